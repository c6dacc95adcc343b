import type { DbContext } from '#db/context.ts';
import type { Checkpoint } from './checkpoint-format.ts';
import { type StoredEvent } from './read-trail.ts';

export interface EventFilter {
  readonly entityType?: string | undefined;
  readonly entityId?: string | undefined;
  readonly actorId?: string | undefined;
  readonly action?: string | undefined;
  /** From this moment on. */
  readonly from?: Date | undefined;
  /** Before this moment. */
  readonly to?: Date | undefined;
}

interface SeqPage<T> {
  readonly items: readonly T[];
  /** Items below this seq follow; null on the last page. */
  readonly before: number | null;
}

/** Events from the newest to the oldest that the filter leaves. */
export async function listEvents(
  ctx: Pick<DbContext, 'db'>,
  {
    entityType,
    entityId,
    actorId,
    action,
    from,
    to,
    before,
    limit,
  }: EventFilter & {
    readonly before?: number | undefined;
    readonly limit: number;
  },
): Promise<SeqPage<StoredEvent>> {
  let query = ctx.db
    .selectFrom('audit_event')
    .selectAll()
    .orderBy('seq', 'desc')
    .limit(limit + 1);
  if (entityType !== undefined) query = query.where('entity_type', '=', entityType);
  if (entityId !== undefined) query = query.where('entity_id', '=', entityId);
  if (actorId !== undefined) query = query.where('actor_id', '=', actorId);
  if (action !== undefined) query = query.where('action', '=', action);
  if (from !== undefined) query = query.where('at', '>=', from);
  if (to !== undefined) query = query.where('at', '<', to);
  if (before !== undefined) query = query.where('seq', '<', before);
  const rows = await query.execute();
  return toSeqPage(
    rows.map((row) => ({ ...row, at: row.at.toISOString() })),
    limit,
  );
}

/** Checkpoints from the newest to the oldest. */
export async function listCheckpoints(
  ctx: Pick<DbContext, 'db'>,
  { before, limit }: { readonly before?: number | undefined; readonly limit: number },
): Promise<SeqPage<Checkpoint>> {
  let query = ctx.db
    .selectFrom('audit_checkpoint as c')
    .innerJoin('signing_key as k', 'k.id', 'c.key_id')
    .selectAll('c')
    .select('k.public_key')
    .orderBy('c.seq', 'desc')
    .limit(limit + 1);
  if (before !== undefined) query = query.where('c.seq', '<', before);
  const rows = await query.execute();
  return toSeqPage(
    rows.map((row) => ({ ...row, signed_at: row.signed_at.toISOString() })),
    limit,
  );
}

function toSeqPage<T extends { readonly seq: number }>(
  rows: readonly T[],
  limit: number,
): SeqPage<T> {
  const items = rows.slice(0, limit);
  return { items, before: rows.length > limit ? (items.at(-1)?.seq ?? null) : null };
}
