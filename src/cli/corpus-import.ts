import type { Command } from 'commander';
import { findVersions, importEach, type ImportItem, type ImportOutcome } from '#corpus/index.ts';
import { drainJobs } from '#jobs/index.ts';
import { describeError } from '#platform/errors.ts';
import type { Context } from '../context.ts';
import { startProgress } from '../terminal/progress.ts';
import { approveFound } from './corpus-decide.ts';
import { findCorpusFiles, readCorpusFile } from './corpus-files.ts';
import { addGivenOptions, givenBy, type GivenOptions } from './corpus-given.ts';
import { reportImport } from './import-report.ts';
import { actingAs, openSession } from './session.ts';

/** Documents of one transaction: a kill loses at most these, and the same command goes on from there. */
const batchSize = 200;
/** Originals of one transaction, which are in memory until it ends: 32 MiB. */
const batchBytes = 33_554_432;

interface ImportOptions extends GivenOptions {
  as: string;
  approveAs?: string;
  acceptProposals?: boolean;
  dryRun?: boolean;
  json?: boolean;
}

export function registerCorpusImport(corpus: Command): void {
  addGivenOptions(
    corpus
      .command('import')
      .description(
        'import files (.md .html .txt .csv .tsv .docx .pdf .jsonl) as draft versions; the same command goes on after a kill',
      )
      .argument('<paths...>', 'files or folders')
      .requiredOption('--as <user>', 'the corpus editor who imports')
      .option('--approve-as <user>', 'a different corpus approver who brings them in force')
      .option('--accept-proposals', 'take number, issuer, days and title as the texts say them'),
  )
    .option('--dry-run', 'show what would change and write nothing')
    .option('--json', 'print the result as one line of JSON')
    .action(importFiles);
}

async function importFiles(paths: string[], options: ImportOptions): Promise<void> {
  const dryRun = options.dryRun === true;
  const given = givenBy(options);
  const files = await findCorpusFiles(paths);
  await using ctx = await openSession();
  const editor = await actingAs(ctx, options.as, 'corpus.edit');
  const { approveAs } = options;
  const approver =
    approveAs === undefined ? null : await actingAs(ctx, approveAs, 'corpus.approve');
  const faults: string[] = [];
  const warnings: string[] = [];
  const outcomes: Imported[] = [];
  const seen = new Map<string, string>();
  {
    using progress = startProgress('importing files', files.length);
    const acceptProposals = options.acceptProposals === true;
    let batch: ImportItem[] = [];
    let bytes = 0;
    const flush = async (): Promise<void> => {
      outcomes.push(...(await importEach(editor, { items: batch, dryRun, seen })).map(forReport));
      batch = [];
      bytes = 0;
    };
    for (const [index, file] of files.entries()) {
      const read = await readCorpusFile(file, { given, acceptProposals });
      faults.push(...read.errors.map(({ file: place, error }) => placed(place, error)));
      warnings.push(...read.warnings);
      bytes += read.items[0]?.file?.bytes.length ?? 0;
      for (const item of read.items) {
        batch.push(item);
        if (batch.length === batchSize) await flush();
      }
      if (bytes >= batchBytes) await flush();
      progress.update(index);
    }
    await flush();
    progress.update(files.length);
  }
  faults.push(...outcomes.flatMap(({ fault }) => fault ?? []));
  const counts: Record<string, number> = {};
  if (!dryRun) {
    if (approver !== null) counts['approved'] = await approveImported(approver, outcomes, faults);
    await drainJobs(ctx, startProgress);
  }
  const results = outcomes.flatMap(({ result }) => result ?? []);
  reportImport({
    results,
    errors: faults,
    warnings,
    proposals: outcomes.flatMap(({ proposals }) => proposals),
    counts: { passages: results.reduce((sum, result) => sum + result.passages, 0), ...counts },
    dryRun,
    json: options.json === true,
  });
}

interface Imported extends Pick<ImportOutcome, 'result'> {
  readonly key: string;
  readonly fault: string | null;
  readonly proposals: readonly string[];
}

/** What the report needs of a document, without its text and original. */
function forReport({ item, result, error }: ImportOutcome): Imported {
  const { key } = item.document;
  const isNew = result !== null && result.change !== 'unchanged';
  const proposals = isNew ? (item.proposals ?? []) : [];
  return {
    key,
    result,
    fault: error === null ? null : placed(item.sourceName, describeError(error)),
    proposals: proposals.map(({ field, value }) => `${key}\t${field}\t${value}`),
  };
}

/** Many errors begin with their place already. */
function placed(place: string, error: string): string {
  return error.startsWith(place) ? error : `${place}: ${error}`;
}

/** Also what an import that was killed had stored and not yet approved; says how many versions. */
async function approveImported(
  ctx: Context,
  outcomes: readonly Imported[],
  faults: string[],
): Promise<number> {
  const keys = outcomes.filter(({ result }) => result !== null).map(({ key }) => key);
  const newest = new Map(
    (await findVersions(ctx, { keys })).toReversed().map((version) => [version.key, version]),
  );
  const drafts = [...newest.values()].filter(({ status }) => status === 'draft');
  const names = new Map(drafts.map((draft) => [draft.id, draft.key]));
  const refused = (await approveFound(ctx, drafts, false)).filter(({ error }) => error !== null);
  for (const { versionId, error } of refused) {
    faults.push(`${names.get(versionId)}: not approved: ${describeError(error)}`);
  }
  return drafts.length - refused.length;
}
