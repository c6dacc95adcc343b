import type { Actor, DbContext } from '#db/context.ts';

/**
 * Who a session belongs to, with the roles they have now; null when it is unknown, has ended, was never
 * confirmed, or its account is disabled.
 */
export async function readSession(
  ctx: Pick<DbContext, 'db' | 'clock'>,
  token: string,
): Promise<(Actor & { readonly userId: string }) | null> {
  const row = await ctx.db
    .selectFrom('auth_session as s')
    .innerJoin('app_user as u', 'u.id', 's.user_id')
    .select(['u.id', 'u.name', 'u.roles', 's.id as session_id', 's.confirmed_at'])
    .where('s.token', '=', token)
    .where('s.expires_at', '>', ctx.clock())
    .where('s.confirmed_at', 'is not', null)
    .where('u.disabled_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { id, name, roles, session_id: sessionId, confirmed_at: confirmedAt } = row;
  const credential = { kind: 'session', id: sessionId, scopes: null, confirmedAt } as const;
  return { userId: id, name, roles, credential };
}
