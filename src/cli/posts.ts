import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { AppError } from '#platform/errors.ts';
import { sha256Hex } from '#platform/hash.ts';
import { type PreparedPost, preparePost, receivePosts } from '#posts/index.ts';
import type { Context } from '../context.ts';
import { drainJobs } from '#jobs/index.ts';
import { startProgress } from '../terminal/progress.ts';
import { type PostRow, readPostRows, type RowError } from './post-rows.ts';
import { readTextFile } from './read-text-file.ts';
import { actingAs, openSession, print, say } from './session.ts';

const batchSize = 100;
const errorsShown = 20;

interface ImportOptions {
  as: string;
  errors?: string;
  json?: boolean;
}

export function registerPosts(program: Command): void {
  const posts = program.command('posts').description('posts submitted for checking');
  posts
    .command('import')
    .description(
      'submit the posts of an .ndjson or .csv file; wrong rows are reported, others go in',
    )
    .argument('<file>', 'columns or keys: text, platform, url, posted_at')
    .requiredOption('--as <user>', 'the triager who submits them')
    .option('--errors <file>', 'write one JSON line for every wrong row there')
    .option('--json', 'print the result as one line of JSON')
    .action(importPosts);
}

async function importPosts(path: string, options: ImportOptions): Promise<void> {
  const file = await readTextFile(path);
  const { rows, errors } = readPostRows(file);
  await using ctx = await openSession();
  const triager = await actingAs(ctx, options.as, 'posts.submit');
  const fileSha256 = await sha256Hex(file.bytes);
  const summary = { rows: rows.length + errors.length, stored: 0, duplicates: 0 };
  {
    using progress = startProgress(`importing ${path}`, rows.length);
    for (let start = 0; start < rows.length; start += batchSize) {
      const received = await importBatch(triager, rows.slice(start, start + batchSize), {
        errors,
        // The same file again continues after a kill and counts nothing twice.
        key: `file:${fileSha256}:${start}`,
      });
      summary.stored += received.filter((post) => !post.duplicate).length;
      summary.duplicates += received.filter((post) => post.duplicate).length;
      progress.update(start + batchSize);
    }
  }
  await drainJobs(ctx, startProgress);
  await reportErrors(errors, options);
  print(
    options.json === true
      ? JSON.stringify({ ...summary, errors: errors.length })
      : `${summary.rows} rows: ${summary.stored} new posts, ${summary.duplicates} seen before, ${errors.length} wrong`,
  );
  if (errors.length > 0) process.exitCode = 1;
}

async function importBatch(
  ctx: Context,
  rows: readonly PostRow[],
  { errors, key }: { errors: RowError[]; key: string },
) {
  const prepared: PreparedPost[] = [];
  for (const { row, input } of rows) {
    try {
      prepared.push(await preparePost(input));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      errors.push({ row, field: error.field, error: error.message, remedy: error.remedy });
    }
  }
  if (prepared.length === 0) return [];
  return receivePosts(ctx, { posts: prepared, channel: 'file', idempotencyKey: key });
}

async function reportErrors(errors: RowError[], options: ImportOptions): Promise<void> {
  errors.sort((a, b) => a.row - b.row);
  for (const { row, field, error, remedy } of errors.slice(0, errorsShown)) {
    say(
      `✗ row ${row}${field === null ? '' : ` [${field}]`}: ${error}${remedy === null ? '' : ` → ${remedy}`}`,
    );
  }
  if (errors.length > errorsShown) say(`… and ${errors.length - errorsShown} more`);
  if (options.errors !== undefined) {
    await writeFile(options.errors, errors.map((error) => `${JSON.stringify(error)}\n`).join(''));
  }
}
