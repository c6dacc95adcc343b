import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { drainJobs } from '#jobs/index.ts';
import {
  checkImport,
  type ImportForecast,
  prepareRows,
  readImport,
  type Refusal,
  refusalTexts,
  startImport,
  storeImport,
} from '#posts/index.ts';
import { startProgress } from '../terminal/progress.ts';
import { readPostSource } from './post-rows.ts';
import { actingAs, openSession, print, say } from './session.ts';

const errorsShown = 20;

interface ImportOptions {
  as: string;
  map?: string;
  platform?: string;
  dryRun?: boolean;
  errors?: string;
  json?: boolean;
}

export function registerPosts(program: Command): void {
  const posts = program.command('posts').description('posts submitted for checking');
  posts
    .command('import')
    .description(
      'submit the posts of a CSV, TSV or NDJSON file; wrong rows are reported, others go in',
    )
    .argument('<file>', 'its columns are known by their names: text, platform, url, posted_at')
    .requiredOption('--as <user>', 'the triager who submits them')
    .option('--map <columns>', 'name columns by hand: text=Content,url=Link')
    .option('--platform <name>', 'the platform of rows that name none')
    .option('--dry-run', 'check everything and store nothing')
    .option('--errors <file>', 'write one JSON line for every wrong row there')
    .option('--json', 'print the result as one line of JSON')
    .action(importPosts);
}

async function importPosts(path: string, options: ImportOptions): Promise<void> {
  const { text, file, settings } = await readPostSource(path, options);
  await using ctx = await openSession();
  const triager = await actingAs(ctx, options.as, 'posts.submit');
  const prepared = await (async () => {
    using progress = startProgress(`reading ${path}`, file.rows.length);
    return await prepareRows(file, settings, (done) => progress.update(done));
  })();
  await reportErrors(prepared.refusals, options);
  if (options.dryRun === true) {
    report(await checkImport(triager, { text, settings, prepared }), options);
    return;
  }
  const { importId } = await startImport(triager, {
    fileName: basename(path),
    text,
    settings,
    prepared,
  });
  {
    using progress = startProgress(`importing ${path}`, prepared.rows.length);
    await storeImport(ctx, importId, { onBatch: (done) => progress.update(done) });
  }
  await drainJobs(ctx, startProgress);
  const { stored, ...counts } = await readImport(triager, importId);
  report({ ...counts, fresh: stored }, options);
}

function report(counts: ImportForecast, { json, dryRun }: ImportOptions): void {
  const { rows, fresh, duplicates, repeated, refused } = counts;
  print(
    json === true
      ? JSON.stringify({
          rows,
          stored: fresh,
          duplicates,
          repeated,
          errors: refused,
          dry_run: dryRun === true,
        })
      : `${rows} rows: ${fresh} new posts, ${duplicates} seen before, ${repeated} already sent with this file, ${refused} wrong${dryRun === true ? ' (dry run: nothing was written)' : ''}`,
  );
  if (refused > 0) process.exitCode = 1;
}

async function reportErrors(refusals: readonly Refusal[], options: ImportOptions): Promise<void> {
  const errors = refusals.map(({ row, code }) => {
    const { field, message, remedy } = refusalTexts[code];
    return { row, field, code, error: message, remedy };
  });
  for (const { row, field, error, remedy } of errors.slice(0, errorsShown)) {
    say(`✗ row ${row}${field === null ? '' : ` [${field}]`}: ${error} → ${remedy}`);
  }
  if (errors.length > errorsShown) say(`… and ${errors.length - errorsShown} more`);
  if (options.errors !== undefined) {
    await writeFile(options.errors, errors.map((error) => `${JSON.stringify(error)}\n`).join(''));
  }
}
