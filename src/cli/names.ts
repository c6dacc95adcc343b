import { basename } from 'node:path';
import { type Command, Option } from 'commander';
import {
  approveNames,
  checkNames,
  listNames,
  type NameEntry,
  type NameGroup,
  type NameState,
  nameStates,
  parseNames,
  type ProposedNames,
  proposeNames,
  withdrawNames,
} from '#names/index.ts';
import { maxPageSize } from '#db/pagination.ts';
import { NotFoundError, ValidationErrors, describeError } from '#platform/errors.ts';
import type { Context } from '../context.ts';
import { startProgress } from '../terminal/progress.ts';
import { readTextFile } from './read-text-file.ts';
import { reportImport } from './import-report.ts';
import { actingAs, openSession, print } from './session.ts';

/** Groups of one transaction; the same command goes on where a kill left it. */
const batchSize = 200;

interface ImportOptions {
  as: string;
  approveAs?: string;
  dryRun?: boolean;
  json?: boolean;
}

export function registerNames(program: Command): void {
  const names = program
    .command('names')
    .description('what things are called, in several languages and spellings');
  names
    .command('import')
    .description('propose the groups of a YAML list such as demo/names.yaml')
    .argument('<file>')
    .requiredOption('--as <user>', 'the corpus editor who proposes')
    .option('--approve-as <user>', 'a different corpus approver who brings them in force')
    .option('--dry-run', 'show what would change and write nothing')
    .option('--json', 'print the result as one line of JSON')
    .action(importNames);
  names
    .command('list')
    .description('list versions of name groups, newest first; * marks the name to write')
    .addOption(new Option('--state <state>', 'only these').choices(nameStates))
    .option('--json', 'print one group per line as JSON')
    .action(async (options: { state?: NameState; json?: boolean }) => {
      await using ctx = await openSession();
      for (const entry of await readAll(ctx, options.state)) {
        print(options.json === true ? JSON.stringify(entry) : oneLine(entry));
      }
    });
  names
    .command('approve')
    .description('bring proposed groups in force: those named, or all')
    .argument('[keys...]')
    .requiredOption('--as <user>', 'a corpus approver who proposed none of them')
    .action(async (keys: string[], options: { as: string }) => {
      await using ctx = await openSession();
      const approver = await actingAs(ctx, options.as, 'corpus.approve');
      const chosen = choose(await readAll(ctx, 'proposed'), keys);
      await approveAll(
        approver,
        chosen.map((entry) => entry.versionId),
      );
      print(`${chosen.length} groups approved`);
    });
  names
    .command('withdraw')
    .description('withdraw groups, proposed or in force')
    .argument('<keys...>')
    .requiredOption('--as <user>', 'a corpus approver')
    .requiredOption('--reason <text>', 'why; others will read it')
    .action(async (keys: string[], options: { as: string; reason: string }) => {
      await using ctx = await openSession();
      const approver = await actingAs(ctx, options.as, 'corpus.approve');
      const living = [...(await readAll(ctx, 'proposed')), ...(await readAll(ctx, 'approved'))];
      const versionIds = choose(living, keys).map((entry) => entry.versionId);
      await withdrawNames(approver, { versionIds, reason: options.reason });
      print(`${versionIds.length} versions withdrawn`);
    });
}

async function importNames(path: string, options: ImportOptions): Promise<void> {
  const { text } = await readTextFile(path);
  const { groups, errors } = checkNames(parseNames(text, basename(path)));
  const faults: unknown[] = [...errors];
  await using ctx = await openSession();
  const editor = await actingAs(ctx, options.as, 'corpus.edit');
  const approver =
    options.approveAs === undefined
      ? null
      : await actingAs(ctx, options.approveAs, 'corpus.approve');
  const results: ProposedNames[] = [];
  {
    using progress = startProgress(`proposing ${path}`, groups.length);
    for (let start = 0; start < groups.length; start += batchSize) {
      const batch = groups.slice(start, start + batchSize);
      results.push(...(await proposeFaultless(editor, batch, options.dryRun === true, faults)));
      progress.update(start + batch.length);
    }
  }
  if (approver !== null && options.dryRun !== true) {
    const proposed = await readAll(ctx, 'proposed');
    const listed = new Set(results.map(({ key }) => key));
    await approveAll(
      approver,
      proposed.filter(({ key }) => listed.has(key)).map((entry) => entry.versionId),
    );
  }
  reportImport({
    results,
    errors: faults.map(describeError),
    dryRun: options.dryRun === true,
    json: options.json === true,
  });
}

/** Proposes the groups whose names are free; what is wrong with the others goes to `faults`. */
async function proposeFaultless(
  ctx: Context,
  groups: readonly NameGroup[],
  dryRun: boolean,
  faults: unknown[],
): Promise<ProposedNames[]> {
  try {
    return await proposeNames(ctx, { groups, dryRun });
  } catch (error) {
    if (!(error instanceof ValidationErrors)) throw error;
    faults.push(...error.errors);
    const atFault = new Set(error.errors.map(({ field }) => field));
    const rest = groups.filter(({ key }) => !atFault.has(key));
    return proposeNames(ctx, { groups: rest, dryRun });
  }
}

/** All in one transaction: a name may move from one group to another. */
async function approveAll(ctx: Context, versionIds: readonly string[]): Promise<void> {
  using progress = startProgress('approving', versionIds.length);
  await approveNames(ctx, { versionIds });
  progress.update(versionIds.length);
}

async function readAll(ctx: Context, state?: NameState): Promise<NameEntry[]> {
  const entries: NameEntry[] = [];
  let cursor: string | null = null;
  do {
    const page = await listNames(ctx, { state, cursor, limit: maxPageSize });
    entries.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return entries;
}

/** The entries with these keys, or all when no key is given. @throws NotFoundError naming a key that has none. */
function choose(entries: readonly NameEntry[], keys: readonly string[]): readonly NameEntry[] {
  if (keys.length === 0) return entries;
  for (const key of keys) {
    if (entries.some((entry) => entry.key === key)) continue;
    throw new NotFoundError(`no such group waits or is in force: ${key}`, {
      field: 'keys',
      remedy: 'doichung names list shows their keys.',
    });
  }
  return entries.filter((entry) => keys.includes(entry.key));
}

function oneLine(entry: NameEntry): string {
  const isPreferred = (name: NameEntry['variants'][number]): boolean =>
    entry.preferred.some((one) => one.language === name.language && one.text === name.text);
  const variants = entry.variants
    .map((name) => `${name.language} ${name.text}${isPreferred(name) ? '*' : ''}`)
    .join(' · ');
  const note = entry.note === null ? '' : `\t${entry.note.replaceAll(/\s+/gu, ' ')}`;
  return `${entry.state}\t${entry.key}\t${entry.kind}\tv${entry.versionNumber}\t${variants}${note}`;
}
