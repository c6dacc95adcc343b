import { appendAudit } from '#audit/index.ts';
import { withTransaction } from '#db/transaction.ts';
import { type Account, accountByEmail, emailForm, isRightPassword } from './accounts.ts';
import { askedBy } from './asked-by.ts';
import type { AuthContext, SignedIn, Visit } from './context.ts';
import { countAttempt, forgetAttempts, signInsOf } from './count-attempt.ts';
import { createAuth } from './create-auth.ts';
import { passwordForm } from './password-rule.ts';
import { asAccount, record } from './record.ts';
import { notSignedIn, settleSession } from './settle-session.ts';

export interface SignInStep extends SignedIn {
  /** The password was right, and this account wants a code as well. */
  readonly codeNeeded: boolean;
}

/**
 * Signs in with address and password. An unknown address, a wrong password and a disabled account look
 * and last the same. @throws UnauthenticatedError | TooManyError
 */
export async function signIn(
  ctx: AuthContext,
  input: { readonly email: string; readonly password: string; readonly visit: Visit },
): Promise<SignInStep> {
  const { visit } = input;
  const email = emailForm(input.email);
  const subject = await signInsOf(email);
  await countAttempt(ctx, { subject, address: visit.address });
  const account = await accountByEmail(ctx, email);
  // Before the transaction: hashing takes long, and the embedded database has one connection.
  const right = await isRightPassword(account, input.password);
  if (!right || account === null || account.hash === null) {
    await recordRefusal(ctx, account);
    throw notSignedIn();
  }
  const password = passwordForm(input.password);
  const checked = { hash: account.hash, password };
  return withTransaction(ctx, async (ctx) => {
    const auth = await createAuth(ctx, visit, { checked });
    const { headers, response } = await auth.api.signInEmail({
      body: { email: account.email, password },
      headers: askedBy(visit),
      returnHeaders: true,
    });
    const cookies = headers.getSetCookie();
    if (!('token' in response)) {
      await record(asAccount(ctx, account), 'session.code_asked', account.userId);
      return { cookies, codeNeeded: true };
    }
    await settleSession(ctx, { token: response.token, how: 'password', visit });
    await forgetAttempts(ctx, subject);
    return { cookies, codeNeeded: false };
  });
}

/** Of an unknown address too, without it: a refusal that stores nothing would be told by its time. */
async function recordRefusal(ctx: AuthContext, account: Account | null): Promise<void> {
  const details = { how: 'password' };
  if (account !== null) return record(ctx, 'session.refused', account.userId, details);
  const entry = { action: 'session.refused', entityType: 'sign_in', entityId: 'unknown', details };
  await withTransaction(ctx, (ctx) => appendAudit(ctx, [entry]));
}
