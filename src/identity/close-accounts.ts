import type { AuditEntry } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { endSessions } from './auth/end-sessions.ts';

/**
 * Ends what accounts hold: keys, sessions, leases and reservations in the queue. Inside the caller's
 * transaction. Returns the audit entries of it, for the caller to append.
 */
export async function closeAccounts(
  ctx: DbContext,
  userIds: readonly string[],
): Promise<AuditEntry[]> {
  const ids = [...userIds];
  const because = { cause: 'account_disabled' };
  const keys = await ctx.db
    .updateTable('api_key')
    .set({ revoked_at: ctx.clock() })
    .where('user_id', 'in', ids)
    .where('revoked_at', 'is', null)
    .returning('id')
    .execute();
  const sessions: AuditEntry[] = [];
  for (const userId of ids) {
    const ended = await endSessions(ctx, { userId });
    if (ended > 0) {
      sessions.push(entry('sessions.ended', 'app_user', userId, { ...because, sessions: ended }));
    }
  }
  const leases = await ctx.db
    .updateTable('review_item')
    .set({ lease_token_sha256: null, leased_by: null, leased_until: null })
    .set({ leased_since: null, heartbeat_at: null })
    .where('leased_by', 'in', ids)
    .returning('id')
    .execute();
  await ctx.db
    .updateTable('review_item')
    .set({ reserved_for: null, reserved_until: null })
    .where('reserved_for', 'in', ids)
    .execute();
  return [
    ...keys.map(({ id }) => entry('key.revoked', 'api_key', id, because)),
    ...sessions,
    ...leases.map(({ id }) => entry('review_item.released', 'review_item', id, because)),
  ];
}

function entry(action: string, entityType: string, entityId: string, details: object): AuditEntry {
  return { action, entityType, entityId, details: { ...details } };
}
