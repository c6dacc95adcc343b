import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { NotFoundError } from '#platform/errors.ts';
import { record } from './record.ts';

/** Ends all sessions of an account, in the caller's transaction; the caller records why. Returns how many. */
export async function endSessions(
  ctx: Pick<DbContext, 'db'>,
  input: { readonly userId: string; readonly exceptId?: string | undefined },
): Promise<number> {
  let ended = ctx.db.deleteFrom('auth_session').where('user_id', '=', input.userId);
  if (input.exceptId !== undefined) ended = ended.where('id', '<>', input.exceptId);
  const { numDeletedRows } = await ended.executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** Ends one session of whoever asks: the one in use (signing out) or another. @throws NotFoundError */
export async function endSession(ctx: DbContext, input: { readonly id: string }): Promise<void> {
  const userId = ctx.actor.userId as string;
  await withTransaction(ctx, async (ctx) => {
    const row = await ctx.db
      .deleteFrom('auth_session')
      .where('id', '=', input.id)
      .where('user_id', '=', userId)
      .returning('id')
      .executeTakeFirst();
    if (row === undefined) throw new NotFoundError('you have no such session', { field: 'id' });
    await record(ctx, 'session.ended', userId, { session: row.id });
  });
}

export interface OwnSession {
  readonly id: string;
  readonly startedAt: Date;
  readonly expiresAt: Date;
  readonly address: string | null;
  readonly browser: string | null;
}

/** The sessions of whoever asks, newest first. */
export async function listSessions(ctx: DbContext): Promise<OwnSession[]> {
  const rows = await ctx.db
    .selectFrom('auth_session')
    .select(['id', 'created_at', 'expires_at', 'ip_address', 'user_agent'])
    .where('user_id', '=', ctx.actor.userId)
    .where('expires_at', '>', ctx.clock())
    .where('confirmed_at', 'is not', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    startedAt: row.created_at,
    expiresAt: row.expires_at,
    address: row.ip_address,
    browser: row.user_agent,
  }));
}
