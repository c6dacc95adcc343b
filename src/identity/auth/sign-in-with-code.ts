import { APIError } from 'better-auth/api';
import { withTransaction } from '#db/transaction.ts';
import { UnauthenticatedError } from '#platform/errors.ts';
import { accountById } from './accounts.ts';
import { askedBy } from './asked-by.ts';
import type { AuthContext, SignedIn, Visit } from './context.ts';
import { countAttempt, forgetAttempts, proofsOf, signInsOf } from './count-attempt.ts';
import { createAuth } from './create-auth.ts';
import { record } from './record.ts';
import { settleSession } from './settle-session.ts';

/**
 * The second step: a code of the authenticator, or one of the codes written down for when it is lost.
 * @throws UnauthenticatedError | TooManyError
 */
export async function signInWithCode(
  ctx: AuthContext,
  input: { readonly code: string; readonly visit: Visit },
): Promise<SignedIn> {
  const { visit } = input;
  const account = await pendingAccount(ctx, visit);
  if (account === null) throw begunTooLongAgo();
  const subject = proofsOf(account.userId);
  await countAttempt(ctx, { subject, address: visit.address });
  const cookies = await withTransaction(ctx, async (ctx) => {
    const auth = await createAuth(ctx, visit);
    const code = input.code.replaceAll(/\s/g, '').slice(0, 40);
    const call = { body: { code }, headers: askedBy(visit), returnHeaders: true } as const;
    try {
      const { headers, response } = await (isTotp(code)
        ? auth.api.verifyTOTP(call)
        : auth.api.verifyBackupCode(call));
      const token = response.token as string;
      await settleSession(ctx, { token, how: 'code', visit });
      await forgetAttempts(ctx, subject);
      await forgetAttempts(ctx, await signInsOf(account.email));
      return headers.getSetCookie();
    } catch (error) {
      if (!(error instanceof APIError)) throw error;
      // Committed, with better-auth's own count of failures.
      await record(ctx, 'session.refused', account.userId, { how: 'code' });
      return null;
    }
  });
  if (cookies === null) throw wrongCode();
  return { cookies };
}

export function isTotp(code: string): boolean {
  return /^\d{6}$/.test(code);
}

function wrongCode(): UnauthenticatedError {
  return new UnauthenticatedError('this code is not right', {
    field: 'code',
    remedy: 'Wait for the next code of the authenticator and give that one.',
  });
}

function begunTooLongAgo(): UnauthenticatedError {
  return new UnauthenticatedError('this sign-in was begun too long ago', {
    field: 'code.expired',
    remedy: 'Give address and password again.',
  });
}

/** Whose password was right a moment ago; the name of that moment is unguessable and in the cookie. */
async function pendingAccount(ctx: AuthContext, visit: Visit) {
  const cookie = /(?:^|;\s*)doichung\.two_factor=([\w-]+)/.exec(visit.headers.get('cookie') ?? '');
  if (cookie?.[1] === undefined) return null;
  const pending = await ctx.db
    .selectFrom('auth_verification')
    .select('value')
    .where('identifier', '=', cookie[1])
    .where('expires_at', '>', ctx.clock())
    .executeTakeFirst();
  return pending === undefined ? null : accountById(ctx, pending.value);
}
