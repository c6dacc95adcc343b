import type { Command } from 'commander';
import {
  approveVersions,
  type ImportItem,
  importDocuments,
  type ImportResult,
} from '#corpus/index.ts';
import type { Context } from '../context.ts';
import { type FileError, findCorpusFiles, readCorpusFile } from './corpus-files.ts';
import { drainJobs } from '#jobs/index.ts';
import { startProgress } from '../terminal/progress.ts';
import { reportImport } from './import-report.ts';
import { actingAs, openSession, print } from './session.ts';

/** Documents of one transaction: a kill loses at most these, and the same command goes on from there. */
const batchSize = 200;

interface ImportOptions {
  as: string;
  approveAs?: string;
  dryRun?: boolean;
  json?: boolean;
}

export function registerCorpus(program: Command): void {
  const corpus = program.command('corpus').description('the approved corpus of official positions');
  corpus
    .command('import')
    .description('import Markdown, HTML or BEIR .jsonl files as draft versions')
    .argument('<paths...>', 'files or folders')
    .requiredOption('--as <user>', 'the corpus editor who imports')
    .option('--approve-as <user>', 'a different corpus approver who brings them in force')
    .option('--dry-run', 'show what would change and write nothing')
    .option('--json', 'print the result as one line of JSON')
    .action(importFiles);
  corpus
    .command('approve')
    .description('bring every draft version in force')
    .requiredOption('--as <user>', 'a corpus approver who imported none of them')
    .action(async (options: { as: string }) => {
      await using ctx = await openSession();
      const approved = await approveDrafts(await actingAs(ctx, options.as, 'corpus.approve'));
      print(`${approved} versions approved`);
    });
}

async function importFiles(paths: string[], options: ImportOptions): Promise<void> {
  const files = await findCorpusFiles(paths);
  await using ctx = await openSession();
  const editor = await actingAs(ctx, options.as, 'corpus.edit');
  const approver =
    options.approveAs === undefined
      ? null
      : await actingAs(ctx, options.approveAs, 'corpus.approve');
  const results: ImportResult[] = [];
  const errors: FileError[] = [];
  for (const file of files) {
    const read = await readCorpusFile(file);
    errors.push(...read.errors);
    results.push(...(await importItems(editor, file, read.items, options.dryRun === true)));
  }
  if (options.dryRun !== true) {
    if (approver !== null) await approveDrafts(approver, results);
    await drainJobs(ctx, startProgress);
  }
  reportImport({
    results,
    errors: errors.map(({ file, error }) => `${file}: ${error}`),
    counts: { passages: results.reduce((sum, result) => sum + result.passages, 0) },
    dryRun: options.dryRun === true,
    json: options.json === true,
  });
}

async function importItems(
  ctx: Context,
  file: string,
  items: readonly ImportItem[],
  dryRun: boolean,
): Promise<ImportResult[]> {
  const results: ImportResult[] = [];
  using progress = startProgress(`importing ${file}`, items.length);
  for (let start = 0; start < items.length; start += batchSize) {
    const batch = items.slice(start, start + batchSize);
    results.push(...(await importDocuments(ctx, { items: batch, dryRun })));
    progress.update(start + batch.length);
  }
  return results;
}

/** Approves the given drafts, or all there are, in transactions of a bounded size. */
async function approveDrafts(ctx: Context, results?: readonly ImportResult[]): Promise<number> {
  const versionIds =
    results?.flatMap((result) => result.versionId ?? []) ??
    (
      await ctx.db
        .selectFrom('document_version')
        .select('id')
        .where('status', '=', 'draft')
        .orderBy('id')
        .execute()
    ).map((row) => row.id);
  for (let start = 0; start < versionIds.length; start += batchSize) {
    await approveVersions(ctx, { versionIds: versionIds.slice(start, start + batchSize) });
  }
  return versionIds.length;
}
