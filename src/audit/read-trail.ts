import type { DbContext } from '#db/context.ts';
import type { ChainedEvent } from './chain.ts';
import type { Checkpoint } from './checkpoint-format.ts';

export type StoredEvent = ChainedEvent & { readonly hash: string };

/** Events after `after`, in order, at most `limit` or up to `last`. */
export async function readEvents(
  ctx: Pick<DbContext, 'db'>,
  { after, last, limit }: { after: number; last?: number; limit?: number },
): Promise<StoredEvent[]> {
  let query = ctx.db.selectFrom('audit_event').selectAll().where('seq', '>', after).orderBy('seq');
  if (last !== undefined) query = query.where('seq', '<=', last);
  if (limit !== undefined) query = query.limit(limit);
  const rows = await query.execute();
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** Checkpoints of the database with their keys, by seq; one of that seq, or only the newest. */
export async function storedCheckpoints(
  ctx: Pick<DbContext, 'db'>,
  { newest = false, seq }: { newest?: boolean; seq?: number } = {},
): Promise<Checkpoint[]> {
  let query = ctx.db
    .selectFrom('audit_checkpoint as c')
    .innerJoin('signing_key as k', 'k.id', 'c.key_id')
    .selectAll('c')
    .select('k.public_key')
    .orderBy('c.seq', newest ? 'desc' : 'asc');
  if (seq !== undefined) query = query.where('c.seq', '=', seq);
  if (newest) query = query.limit(1);
  const rows = await query.execute();
  return rows.map((row) => ({ ...row, signed_at: row.signed_at.toISOString() }));
}
