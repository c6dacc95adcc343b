import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { NotFoundError } from '#platform/errors.ts';
import { storePosts } from '../receive-posts.ts';
import { countedRows } from './counted-rows.ts';
import { fromBatch } from './import-batch.ts';
import type { PreparedRow } from './prepare-rows.ts';

export const storeImportJob = 'store-import';

interface ImportRow {
  readonly id: string;
  readonly createdBy: string;
  readonly key: string;
}

/**
 * Makes posts of an import's rows, batch by batch, each in a transaction that also empties the batch and
 * counts: stopped anywhere, it goes on where it was, and two at once share the work. Everything is
 * submitted by whoever imported. Rows that this person already sent with this file are not counted again.
 * `onBatch` hears after each how many rows are done.
 * @throws NotFoundError for no such import; AbortError when `signal` is aborted between two batches.
 */
export async function storeImport(
  ctx: DbContext,
  importId: string,
  options: { readonly signal?: AbortSignal; readonly onBatch?: (rowsDone: number) => void } = {},
): Promise<void> {
  const { row, acting } = await importer(ctx, importId);
  for (let done = 0; ;) {
    options.signal?.throwIfAborted();
    const rows = await withTransaction(acting, (ctx) => storeNext(ctx, row));
    if (rows === null) return;
    done += rows;
    options.onBatch?.(done);
  }
}

/** The posts are theirs, whichever process stores them. */
async function importer<C extends DbContext>(
  ctx: C,
  importId: string,
): Promise<{ row: ImportRow; acting: C }> {
  const found = await ctx.db
    .selectFrom('post_import as i')
    .innerJoin('app_user as u', 'u.id', 'i.created_by')
    .select(['i.id', 'i.created_by as createdBy', 'i.submission_key as key', 'u.name'])
    .where('i.id', '=', importId)
    .executeTakeFirst();
  if (found === undefined) throw new NotFoundError('no such import', { field: 'import' });
  const actor = { userId: found.createdBy, name: found.name, roles: [] };
  return { row: found, acting: { ...ctx, actor } };
}

/** Stores one batch and returns its number of rows; null: there was none, and the import is stored. */
async function storeNext(ctx: DbContext, of: ImportRow): Promise<number | null> {
  // Held until the end: another process waits here, then sees what this one did.
  await ctx.db
    .selectFrom('post_import')
    .select('id')
    .where('id', '=', of.id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const next = await ctx.db
    .selectFrom('post_import_batch')
    .select(['ordinal', 'posts'])
    .where('import_id', '=', of.id)
    .where('stored_at', 'is', null)
    .orderBy('ordinal')
    .limit(1)
    .executeTakeFirst();
  if (next === undefined) {
    await finish(ctx, of.id);
    return null;
  }
  const rows = fromBatch(next.posts ?? []);
  await storeBatch(ctx, of, { ordinal: next.ordinal, rows });
  return rows.length;
}

async function storeBatch(
  ctx: DbContext,
  of: ImportRow,
  { ordinal, rows }: { readonly ordinal: number; readonly rows: readonly PreparedRow[] },
): Promise<void> {
  const counted = await countedRows(
    ctx,
    { userId: of.createdBy, key: of.key },
    rows.map(({ row }) => row),
  );
  const fresh = rows.filter(({ row }) => !counted.has(row));
  await ctx.db
    .updateTable('post_import_batch')
    .set({ posts: null, stored_at: ctx.clock() })
    .where('import_id', '=', of.id)
    .where('ordinal', '=', ordinal)
    .execute();
  const received =
    fresh.length === 0
      ? []
      : await storePosts(ctx, of.createdBy, {
          posts: fresh.map(({ post }) => post),
          itemNumbers: fresh.map(({ row }) => row),
          channel: 'file',
          idempotencyKey: of.key,
          importId: of.id,
        });
  const duplicates = received.filter((one) => one.duplicate).length;
  await ctx.db
    .updateTable('post_import')
    .set((eb) => ({
      stored: eb('stored', '+', received.length - duplicates),
      duplicates: eb('duplicates', '+', duplicates),
      repeated: eb('repeated', '+', rows.length - fresh.length),
    }))
    .where('id', '=', of.id)
    .execute();
}

async function finish(ctx: DbContext, id: string): Promise<void> {
  const done = await ctx.db
    .updateTable('post_import')
    .set({ state: 'STORED', finished_at: ctx.clock() })
    .where('id', '=', id)
    .where('state', '=', 'STORING')
    .returning(['rows', 'stored', 'duplicates', 'repeated', 'refused'])
    .executeTakeFirst();
  if (done === undefined) return;
  await appendAudit(ctx, [
    { action: 'import.finished', entityType: 'import', entityId: id, details: { ...done } },
  ]);
}
