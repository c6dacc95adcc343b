import { type Command, Option } from 'commander';
import { maxPageSize } from '#db/pagination.ts';
import { ValidationError } from '#platform/errors.ts';
import {
  type AlignmentEntry,
  type AlignmentState,
  alignmentStates,
  approveAlignment,
  listAlignments,
  proposeAlignment,
  readAlignment,
  type VersionChoice,
  withdrawAlignment,
} from '#translations/index.ts';
import { actingAs, openSession, print } from './session.ts';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function registerAlignments(program: Command): void {
  const translations = program
    .command('translations')
    .description('versions in different languages, aligned passage by passage');
  translations
    .command('propose')
    .description('align two versions; another person approves the result')
    .argument('<left>', 'key of a document, or id of a version')
    .argument('<right>', 'the same, in another language')
    .requiredOption('--as <user>', 'the corpus editor who proposes')
    .option('--dry-run', 'show how well they align and write nothing')
    .option('--json', 'print the result as one line of JSON')
    .action(propose);
  translations
    .command('list')
    .description('list alignments, newest first')
    .addOption(new Option('--state <state>', 'only these').choices(alignmentStates))
    .option('--json', 'print one alignment per line as JSON')
    .action(list);
  translations
    .command('show')
    .description('show which passages an alignment pairs')
    .argument('<id>')
    .option('--json', 'print it as one line of JSON')
    .action(show);
  translations
    .command('approve')
    .description('bring an alignment in force: drafts quote one text for the other')
    .argument('<id>')
    .requiredOption('--as <user>', 'a corpus approver who did not propose it')
    .action(async (id: string, options: { as: string }) => {
      await using ctx = await openSession();
      const approver = await actingAs(ctx, options.as, 'corpus.approve');
      await approveAlignment(approver, { alignmentId: requireId(id) });
      print('alignment approved');
    });
  translations
    .command('withdraw')
    .description('withdraw an alignment, proposed or in force')
    .argument('<id>')
    .requiredOption('--as <user>', 'a corpus approver')
    .requiredOption('--reason <text>', 'why; others will read it')
    .action(async (id: string, options: { as: string; reason: string }) => {
      await using ctx = await openSession();
      const approver = await actingAs(ctx, options.as, 'corpus.approve');
      await withdrawAlignment(approver, { alignmentId: requireId(id), reason: options.reason });
      print('alignment withdrawn');
    });
}

async function propose(
  left: string,
  right: string,
  options: { as: string; dryRun?: boolean; json?: boolean },
): Promise<void> {
  await using ctx = await openSession();
  const editor = await actingAs(ctx, options.as, 'corpus.edit');
  const proposed = await proposeAlignment(editor, {
    left: toChoice(left),
    right: toChoice(right),
    dryRun: options.dryRun === true,
  });
  if (options.json === true) {
    print(JSON.stringify(proposed));
    return;
  }
  const { alignmentId, pairs, leftAlone, rightAlone } = proposed;
  print(`${pairs} pairs; without a counterpart: ${leftAlone} left, ${rightAlone} right`);
  print(alignmentId === null ? 'dry run: nothing was written' : `proposed: ${alignmentId}`);
}

async function list(options: { state?: AlignmentState; json?: boolean }): Promise<void> {
  await using ctx = await openSession();
  let cursor: string | null = null;
  do {
    const page = await listAlignments(ctx, { state: options.state, cursor, limit: maxPageSize });
    for (const entry of page.items) {
      print(options.json === true ? JSON.stringify(entry) : oneLine(entry));
    }
    cursor = page.nextCursor;
  } while (cursor !== null);
}

async function show(id: string, options: { json?: boolean }): Promise<void> {
  await using ctx = await openSession();
  const view = await readAlignment(ctx, { alignmentId: requireId(id) });
  if (options.json === true) {
    print(JSON.stringify(view));
    return;
  }
  print(oneLine(view));
  for (const { left, right, score } of view.pairs) {
    print(`\n${score.toFixed(2)}\t${[...left.headingPath].join(' › ')}`);
    print(left.text);
    print(`— ${right.text}`);
  }
  for (const { text } of [...view.leftAlone, ...view.rightAlone]) {
    print(`\nno counterpart\n${text}`);
  }
}

function toChoice(named: string): VersionChoice {
  return UUID.test(named) ? { versionId: named.toLowerCase() } : { key: named };
}

/** @throws ValidationError */
function requireId(id: string): string {
  if (UUID.test(id)) return id.toLowerCase();
  throw new ValidationError(`${id} is not the id of an alignment`, {
    field: 'id',
    remedy: 'doichung translations list shows their ids.',
  });
}

function oneLine({ id, state, left, right }: AlignmentEntry): string {
  return `${state}\t${id}\t${left.language} ${left.key} ↔ ${right.language} ${right.key}`;
}
