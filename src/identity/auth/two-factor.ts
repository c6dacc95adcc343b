import { APIError } from 'better-auth/api';
import { withTransaction } from '#db/transaction.ts';
import { ConflictError, ForbiddenError, ValidationError } from '#platform/errors.ts';
import { accountById, isRightPassword } from './accounts.ts';
import { askedBy } from './asked-by.ts';
import type { AuthContext, SignedIn, Visit } from './context.ts';
import { countAttempt, forgetAttempts, proofsOf } from './count-attempt.ts';
import { createAuth } from './create-auth.ts';
import { passwordForm } from './password-rule.ts';
import { record } from './record.ts';

export interface Enrolment {
  /** otpauth://, for a QR code. */
  readonly uri: string;
  /** Ten codes for when the authenticator is lost, each good once. */
  readonly backupCodes: readonly string[];
}

type Proof = { readonly password: string; readonly visit: Visit };

/**
 * Begins to enrol an authenticator: it counts once a first code was confirmed. @throws ForbiddenError
 * (field `password`) | ConflictError when there is one already | TooManyError
 */
export async function enrolTwoFactor(ctx: AuthContext, input: Proof): Promise<Enrolment> {
  const { account, checked } = await provePassword(ctx, input);
  if (account.twoFactor) throw new ConflictError('there is an authenticator already');
  return withTransaction(ctx, async (ctx) => {
    const auth = await createAuth(ctx, input.visit, { checked });
    const answer = await auth.api.enableTwoFactor({
      body: { password: checked.password, method: 'totp' },
      headers: askedBy(input.visit),
    });
    if (!('totpURI' in answer)) throw new Error('better-auth did not enrol an authenticator');
    await record(ctx, 'two_factor.begun', account.userId);
    return { uri: answer.totpURI, backupCodes: answer.backupCodes };
  });
}

/**
 * Turns two steps on by the first code; the session is exchanged for a new one. @throws ValidationError
 * (field `code`) | TooManyError
 */
export async function confirmTwoFactor(
  ctx: AuthContext,
  input: { readonly code: string; readonly visit: Visit },
): Promise<SignedIn> {
  const userId = ctx.actor.userId as string;
  const account = await accountById(ctx, userId);
  if (account === null) throw new ForbiddenError('this account cannot sign in');
  await countAttempt(ctx, { subject: proofsOf(userId), address: null });
  const cookies = await withTransaction(ctx, async (ctx) => {
    const auth = await createAuth(ctx, input.visit);
    try {
      const { headers } = await auth.api.verifyTOTP({
        body: { code: input.code.replaceAll(/\s/g, '') },
        headers: askedBy(input.visit),
        returnHeaders: true,
      });
      await record(ctx, 'two_factor.enrolled', userId);
      await forgetAttempts(ctx, proofsOf(userId));
      return headers.getSetCookie();
    } catch (error) {
      if (error instanceof APIError) return null;
      throw error;
    }
  });
  if (cookies !== null) return { cookies };
  throw new ValidationError('this code is not right', {
    field: 'code',
    remedy: 'Check that the clock of the device is right, and give the code it shows now.',
  });
}

/** Signing in needs the password alone again. @throws ForbiddenError (field `password`) | TooManyError */
export async function removeTwoFactor(ctx: AuthContext, input: Proof): Promise<SignedIn> {
  const { account, checked } = await provePassword(ctx, input);
  return withTransaction(ctx, async (ctx) => {
    const auth = await createAuth(ctx, input.visit, { checked });
    const { headers } = await auth.api.disableTwoFactor({
      body: { password: checked.password },
      headers: askedBy(input.visit),
      returnHeaders: true,
    });
    await record(ctx, 'two_factor.removed', account.userId);
    return { cookies: headers.getSetCookie() };
  });
}

async function provePassword(ctx: AuthContext, { password, visit }: Proof) {
  const account = ctx.actor.userId === null ? null : await accountById(ctx, ctx.actor.userId);
  if (account?.hash == null) throw new ForbiddenError('this account has no password');
  const subject = proofsOf(account.userId);
  await countAttempt(ctx, { subject, address: visit.address });
  if (!(await isRightPassword(account, password))) {
    await record(ctx, 'session.refused', account.userId, { how: 'two factor' });
    throw new ForbiddenError('the password is another', { field: 'password' });
  }
  await forgetAttempts(ctx, subject);
  return { account, checked: { hash: account.hash, password: passwordForm(password) } };
}
