import { TooManyError } from '#platform/errors.ts';
import { sha256Hex } from '#platform/hash.ts';
import { newId } from '#platform/ids.ts';
import type { AuthContext } from './context.ts';

const windowMs = 15 * 60_000;
/** NIST SP 800-63B-4 section 3.2.2 allows a hundred in a row; people rarely need five. */
const perAccount = 10;
/** A whole office may share an address. */
const perAddress = 100;

/** Tries to sign in with this address, whether there is an account or not. */
export async function signInsOf(email: string): Promise<string> {
  // Hashed, because what people type there is not always an address.
  return `account:${await sha256Hex(email.toWellFormed())}`;
}

/** Proofs by somebody signed in, or half: strangers who try the password must not stop them. */
export function proofsOf(userId: string): string {
  return `proof:${userId}`;
}

/**
 * Counts a try before anything is compared, for its subject (`signInsOf`, `proofsOf`) and for the
 * address it comes from. Call it outside a transaction: a refused try stays counted.
 * @throws TooManyError with the time to wait.
 */
export async function countAttempt(
  ctx: Pick<AuthContext, 'db' | 'clock'>,
  from: { readonly subject: string; readonly address: string | null },
): Promise<void> {
  await countVisit(ctx, from.address);
  await count(ctx, from.subject, perAccount);
}

/** For what names no account: the way to and from a provider. @throws TooManyError */
export async function countVisit(
  ctx: Pick<AuthContext, 'db' | 'clock'>,
  address: string | null,
): Promise<void> {
  if (address !== null) await count(ctx, `address:${address}`, perAddress);
}

/** After a right proof. */
export async function forgetAttempts(ctx: Pick<AuthContext, 'db'>, subject: string): Promise<void> {
  await ctx.db.deleteFrom('auth_rate_limit').where('key', '=', subject).execute();
}

async function count(
  ctx: Pick<AuthContext, 'db' | 'clock'>,
  key: string,
  max: number,
): Promise<void> {
  const now = ctx.clock().getTime();
  const begun = now - windowMs;
  const row = await ctx.db
    .insertInto('auth_rate_limit')
    .values({ id: newId(), key, count: 1, last_request: now })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((eb) => ({
        count: eb
          .case()
          .when('auth_rate_limit.last_request', '<=', begun)
          .then(1)
          .else(eb('auth_rate_limit.count', '+', 1))
          .end(),
        // When this window began, not the last try: waiting always helps.
        last_request: eb
          .case()
          .when('auth_rate_limit.last_request', '<=', begun)
          .then(now)
          .else(eb.ref('auth_rate_limit.last_request'))
          .end(),
      })),
    )
    .returning(['count', 'last_request'])
    .executeTakeFirstOrThrow();
  if (row.count <= max) {
    if (row.count === 1) await forgetOld(ctx, begun);
    return;
  }
  const retryAfterSeconds = Math.max(1, Math.ceil((row.last_request - begun) / 1000));
  throw new TooManyError('too many tries to sign in', {
    field: 'sign_in',
    remedy: `Try again in ${Math.ceil(retryAfterSeconds / 60)} minutes.`,
    retryAfterSeconds,
  });
}

async function forgetOld(ctx: Pick<AuthContext, 'db'>, begun: number): Promise<void> {
  await ctx.db.deleteFrom('auth_rate_limit').where('last_request', '<=', begun).execute();
}
