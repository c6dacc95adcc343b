import type { DbContext } from '#db/context.ts';
import { leafHash, rootOver } from './merkle.ts';

/** Events of a block, a power of two: 1,024 hashes are read to prove one event, one root stands for the rest. */
export const blockSize = 1024;

/** Roots of the stored blocks from the first on, up to the first that is missing and at most `limit`. */
export async function storedBlocks(ctx: Pick<DbContext, 'db'>, limit?: number): Promise<string[]> {
  let query = ctx.db.selectFrom('audit_block').selectAll().orderBy('index');
  if (limit !== undefined) query = query.where('index', '<', limit);
  const rows = await query.execute();
  const gap = rows.findIndex((row, index) => row.index !== index);
  return rows.slice(0, gap === -1 ? rows.length : gap).map((row) => row.root);
}

/** Hashes of events `first` to `last`. */
export async function eventHashes(
  ctx: Pick<DbContext, 'db'>,
  { first, last }: { first: number; last: number },
): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('audit_event')
    .select('hash')
    .where('seq', '>=', first)
    .where('seq', '<=', last)
    .orderBy('seq')
    .execute();
  return rows.map((row) => row.hash);
}

/** The root of block `index` of a trail of `size` events; the last block may be part of one. */
export async function blockRoot(
  ctx: Pick<DbContext, 'db'>,
  { index, size }: { index: number; size: number },
): Promise<string> {
  return rootOver(await blockLeaves(ctx, { index, size }));
}

export async function blockLeaves(
  ctx: Pick<DbContext, 'db'>,
  { index, size }: { index: number; size: number },
): Promise<string[]> {
  const first = index * blockSize + 1;
  const last = Math.min(size, first + blockSize - 1);
  return (await eventHashes(ctx, { first, last })).map(leafHash);
}
