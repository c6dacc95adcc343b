import { UnauthenticatedError } from '#platform/errors.ts';
import { accountById, type Account } from './accounts.ts';
import type { AuthContext, Visit } from './context.ts';
import { asAccount, record } from './record.ts';

/**
 * Makes a session that better-auth stored count: from here on it is confirmed, and the trail knows. A
 * session without this opens nothing. In the caller's transaction. @throws UnauthenticatedError when
 * its account may not sign in.
 */
export async function settleSession(
  ctx: AuthContext,
  session: {
    readonly token: string;
    readonly how: 'password' | 'code' | 'oidc';
    readonly visit: Visit;
  },
): Promise<Account> {
  const row = await ctx.db
    .updateTable('auth_session')
    .set({ confirmed_at: ctx.clock(), ip_address: session.visit.address })
    .where('token', '=', session.token)
    .returning(['id', 'user_id'])
    .executeTakeFirst();
  const account = row === undefined ? null : await accountById(ctx, row.user_id);
  if (row === undefined || account === null) throw notSignedIn();
  await ctx.db
    .deleteFrom('auth_session')
    .where('user_id', '=', row.user_id)
    .where('expires_at', '<=', ctx.clock())
    .execute();
  const details = { session: row.id, how: session.how };
  await record(asAccount(ctx, account), 'session.started', row.user_id, details);
  return account;
}

/** The same whatever was wrong. */
export function notSignedIn(): UnauthenticatedError {
  return new UnauthenticatedError('these do not belong together', {
    field: 'sign_in',
    remedy: 'Check address and password; an administrator can set a new password.',
  });
}
