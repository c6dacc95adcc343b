import { hashPassword } from 'better-auth/crypto';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { ForbiddenError, NotFoundError } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { accountById, isRightPassword } from './accounts.ts';
import { countAttempt, forgetAttempts, proofsOf } from './count-attempt.ts';
import { endSessions } from './end-sessions.ts';
import { checkPassword, passwordForm } from './password-rule.ts';
import { record } from './record.ts';

/**
 * Gives an account a password, instead of the one it may have, and ends its sessions (but `exceptId`).
 * The account needs an e-mail address. @throws ValidationError (field `password…`) | NotFoundError
 */
export async function setPassword(
  ctx: DbContext,
  input: { readonly userId: string; readonly password: string; readonly exceptId?: string },
): Promise<void> {
  const { userId } = input;
  const account = await accountById(ctx, userId);
  if (account === null) {
    throw new NotFoundError('this account cannot sign in with a password', {
      field: 'user',
      remedy: 'Give it an e-mail address first, or enable it.',
    });
  }
  checkPassword(input.password, account);
  const password = await hashPassword(passwordForm(input.password));
  await withTransaction(ctx, async (ctx) => {
    const now = ctx.clock();
    await ctx.db
      .insertInto('auth_account')
      .values({
        id: newId(),
        account_id: userId,
        provider_id: 'credential',
        user_id: userId,
        password,
        created_at: now,
        updated_at: now,
      })
      .onConflict((conflict) =>
        conflict.columns(['provider_id', 'account_id']).doUpdateSet({ password, updated_at: now }),
      )
      .execute();
    const ended = await endSessions(ctx, { userId, exceptId: input.exceptId });
    await record(ctx, 'password.set', userId, { sessionsEnded: ended });
  });
}

/**
 * A new password for whoever asks, who gives the present one; their other sessions end.
 * @throws ForbiddenError (field `current`) | ValidationError | TooManyError
 */
export async function changePassword(
  ctx: DbContext,
  input: { readonly current: string; readonly password: string },
): Promise<void> {
  const { userId, credential } = ctx.actor;
  const account = userId === null ? null : await accountById(ctx, userId);
  if (account === null) throw new ForbiddenError('this account has no password');
  const subject = proofsOf(account.userId);
  await countAttempt(ctx, { subject, address: null });
  if (!(await isRightPassword(account, input.current))) {
    await record(ctx, 'session.refused', account.userId, { how: 'password change' });
    throw new ForbiddenError('the present password is another', { field: 'current' });
  }
  const kept = credential?.kind === 'session' ? { exceptId: credential.id } : {};
  await setPassword(ctx, { userId: account.userId, password: input.password, ...kept });
  await forgetAttempts(ctx, subject);
}
