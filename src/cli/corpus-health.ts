import Table from 'cli-table3';
import type { Command } from 'commander';
import { NotFoundError, ValidationError } from '#platform/errors.ts';
import {
  type AgingVersion,
  corpusHealth,
  type Coverage,
  dismissFinding,
  type Excerpt,
  type Finding,
  type FindingKind,
  listFindings,
} from '#upkeep/index.ts';
import { actingAs, openSession, print } from './session.ts';

/** Findings shown; the API pages through all of them. */
const shown = 50;
/** Rows of a table of versions; `--json` has more. */
const rowsShown = 10;
const plain = { style: { head: [], border: [] } };

interface HealthOptions {
  asOf?: string;
  json?: boolean;
}

/** `doichung corpus health`, `corpus findings` and `corpus dismiss-finding`. */
export function registerCorpusHealth(corpus: Command): void {
  corpus
    .command('health')
    .description('what in the corpus needs a look, and what each topic has')
    .option('--as-of <day>', 'how it stands on this day (YYYY-MM-DD)')
    .option('--json', 'print the result as one line of JSON')
    .action(showHealth);
  corpus
    .command('findings')
    .description('passages that are nearly the same or contradict one another, newest first')
    .option('--kind <kind>', 'near_duplicate or contradiction')
    .option('--as-of <day>', 'of versions in force on this day (YYYY-MM-DD)')
    .option('--json', 'print the result as one line of JSON')
    .action(showFindings);
  corpus
    .command('dismiss-finding')
    .description('note that nothing is to be done about a finding')
    .argument('<id>', 'the id shown by: corpus findings')
    .requiredOption('--as <user>', 'a corpus editor')
    .requiredOption('--reason <text>', 'why; others will read it')
    .action(async (id: string, options: { as: string; reason: string }) => {
      if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) {
        throw new NotFoundError(`${id} is no finding`, {
          field: 'id',
          remedy: 'Take an id from: doichung corpus findings',
        });
      }
      await using ctx = await openSession();
      const actor = await actingAs(ctx, options.as, 'corpus.edit');
      await dismissFinding(actor, { findingId: id, reason: options.reason });
      print('dismissed');
    });
}

async function showHealth(options: HealthOptions): Promise<void> {
  await using ctx = await openSession();
  const health = await corpusHealth(ctx, { asOf: options.asOf });
  if (options.json === true) return print(JSON.stringify(health));
  const { drafts, findings } = health;
  print(`as of ${health.asOf}`);
  printVersions('past their recheck_by', health.stale, (one) => one.recheckBy);
  printVersions('not verified for 365 days', health.unverified, (one) => dayOf(one.verifiedAt));
  printVersions('ending within 30 days', health.endingSoon, (one) => one.endsOn);
  const oldest = drafts.oldestAt === null ? '' : `, the oldest since ${dayOf(drafts.oldestAt)}`;
  print(`${drafts.count} drafts wait for approval${oldest}`);
  print(`${findings.contradictions} contradictions, ${findings.nearDuplicates} near-duplicates`);
  print(
    coverageTable(
      'topic',
      health.topics.map((row) => ({ name: row.topic, ...row })),
    ),
  );
  print(
    coverageTable(
      'pillar',
      health.pillars.map((row) => ({ name: row.pillar, ...row })),
    ),
  );
}

async function showFindings(options: HealthOptions & { kind?: string }): Promise<void> {
  const kind = parseKind(options.kind);
  await using ctx = await openSession();
  const page = await listFindings(ctx, { kind, asOf: options.asOf, limit: shown });
  if (options.json === true) return print(JSON.stringify(page.items));
  if (page.items.length === 0) return print('nothing was found');
  for (const finding of page.items) print(describe(finding));
  if (page.nextCursor !== null) print(`… the newest ${shown} are shown`);
}

function parseKind(raw: string | undefined): FindingKind | undefined {
  if (raw === undefined || raw === 'near_duplicate' || raw === 'contradiction') return raw;
  throw new ValidationError(`${raw} is no kind of finding`, {
    field: '--kind',
    remedy: 'Use near_duplicate or contradiction.',
  });
}

function printVersions(
  label: string,
  { total, items }: Excerpt<AgingVersion>,
  dayShown: (version: AgingVersion) => string | null,
): void {
  print(`${total} versions ${label}`);
  for (const one of items.slice(0, rowsShown)) {
    print(`  ${dayShown(one) ?? 'never'}  ${one.key} v${one.versionNumber}  ${one.title}`);
  }
  if (total > rowsShown) print(`  … ${total - rowsShown} more`);
}

function coverageTable(
  by: string,
  rows: ReadonlyArray<Coverage & { readonly name: string | null }>,
): string {
  const table = new Table({
    head: [by, 'documents', 'in force', 'citable', 'internal', 'passages', 'languages', 'verified'],
    ...plain,
  });
  for (const row of rows) {
    table.push([
      row.name ?? '(none)',
      row.documents,
      row.versionsInForce,
      row.citable,
      row.internal,
      row.passages,
      row.languages.join(' '),
      dayOf(row.lastVerifiedAt) ?? 'never',
    ]);
  }
  return table.toString();
}

function describe({ id, kind, score, conflicts, left, right }: Finding): string {
  const place = ({ key, headingPath }: Finding['left']): string =>
    [key, ...headingPath].join(' › ');
  const places = `  ${place(left)}\n  ${place(right)}`;
  const values = conflicts.map(
    (conflict) => `  ${conflict.kind}: "${conflict.left.text}" and "${conflict.right.text}"`,
  );
  return [`${id}  ${kind} ${score.toFixed(2)}`, places, ...values].join('\n');
}

function dayOf(at: Date | null): string | null {
  return at === null ? null : at.toISOString().slice(0, 10);
}
