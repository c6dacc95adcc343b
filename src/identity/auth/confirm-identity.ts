import { APIError } from 'better-auth/api';
import type { Credential } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { ConfirmationNeededError } from '#platform/errors.ts';
import { accountById, isRightPassword } from './accounts.ts';
import { askedBy } from './asked-by.ts';
import type { AuthContext, Visit } from './context.ts';
import { countAttempt, forgetAttempts, proofsOf } from './count-attempt.ts';
import { createAuth } from './create-auth.ts';
import { record } from './record.ts';
import { isTotp } from './sign-in-with-code.ts';

/**
 * Whoever is signed in proves again who they are: by password, or by a code of their authenticator.
 * Returns the credential as it is now. @throws ConfirmationNeededError (field `proof`) | TooManyError
 */
export async function confirmIdentity(
  ctx: AuthContext,
  input: { readonly proof: string; readonly visit: Visit },
): Promise<Credential> {
  const { userId, credential } = ctx.actor;
  const account = userId === null ? null : await accountById(ctx, userId);
  if (account === null || credential?.kind !== 'session') throw notConfirmed();
  const subject = proofsOf(account.userId);
  await countAttempt(ctx, { subject, address: input.visit.address });
  const typed = input.proof.replaceAll(/\s/g, '');
  const byCode = account.twoFactor && isTotp(typed);
  const rightPassword = !byCode && (await isRightPassword(account, input.proof));
  const confirmedAt = ctx.clock();
  const confirmed = await withTransaction(ctx, async (ctx) => {
    const how = byCode ? 'code' : 'password';
    const right = byCode ? await isRightCode(ctx, typed, input.visit) : rightPassword;
    if (right) await keep(ctx, credential.id, confirmedAt);
    const action = right ? 'session.confirmed' : 'session.confirmation_refused';
    await record(ctx, action, account.userId, { session: credential.id, how });
    return right;
  });
  if (!confirmed) throw notConfirmed();
  await forgetAttempts(ctx, subject);
  return { ...credential, confirmedAt };
}

async function keep(ctx: AuthContext, id: string, at: Date): Promise<void> {
  await ctx.db.updateTable('auth_session').set({ confirmed_at: at }).where('id', '=', id).execute();
}

async function isRightCode(ctx: AuthContext, code: string, visit: Visit): Promise<boolean> {
  const auth = await createAuth(ctx, visit);
  try {
    await auth.api.verifyTOTP({ body: { code }, headers: askedBy(visit) });
    return true;
  } catch (error) {
    if (error instanceof APIError) return false;
    throw error;
  }
}

function notConfirmed(): ConfirmationNeededError {
  return new ConfirmationNeededError('this is not your password or code', {
    field: 'proof',
    remedy: 'Give the password you sign in with, or the code your authenticator shows now.',
  });
}
