import type { DbContext } from '#db/context.ts';
import { canonicalJson, sha256Hex } from '#platform/hash.ts';
import { type ChainedEvent, hashEvent } from './chain.ts';

export interface AuditEntry {
  /** noun.verb in the past tense, e.g. `post.received`. */
  readonly action: string;
  readonly entityType: string;
  readonly entityId: string;
  /** Small facts for the reader of the trail; never post text. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** State before and after; only their hashes are kept. */
  readonly before?: unknown;
  readonly after?: unknown;
}

/**
 * Adds entries to the hash chain in the caller's transaction, after the change they record.
 * Locks the head row until the transaction ends, so append last. @throws when outside a transaction.
 */
export async function appendAudit(ctx: DbContext, entries: readonly AuditEntry[]): Promise<void> {
  if (!ctx.db.isTransaction) throw new Error('audit entries belong to the transaction they record');
  if (entries.length === 0) return;
  const head = await ctx.db
    .selectFrom('audit_head')
    .select(['seq', 'hash'])
    .forUpdate()
    .executeTakeFirstOrThrow();
  const at = ctx.clock();
  let { seq, hash } = head;
  const rows = [];
  for (const entry of entries) {
    seq += 1;
    const event: ChainedEvent = {
      seq,
      at: at.toISOString(),
      actor_id: ctx.actor.userId,
      actor_name: ctx.actor.name,
      action: entry.action,
      entity_type: entry.entityType,
      entity_id: entry.entityId,
      details: entry.details ?? {},
      before_sha256: await hashState(entry.before),
      after_sha256: await hashState(entry.after),
      prev_hash: hash,
    };
    hash = await hashEvent(event);
    rows.push({ ...event, at, details: JSON.stringify(event.details), hash });
  }
  for (let start = 0; start < rows.length; start += 1000) {
    await ctx.db
      .insertInto('audit_event')
      .values(rows.slice(start, start + 1000))
      .execute();
  }
  await ctx.db.updateTable('audit_head').set({ seq, hash }).execute();
}

async function hashState(state: unknown): Promise<string | null> {
  return state === undefined ? null : sha256Hex(canonicalJson(state));
}
