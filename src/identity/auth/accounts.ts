import { verifyPassword } from 'better-auth/crypto';
import type { Actor, DbContext } from '#db/context.ts';
import { maxTypedLength, passwordForm } from './password-rule.ts';

/** An account as signing in sees it. */
export interface Account {
  readonly userId: string;
  readonly name: string;
  readonly roles: Actor['roles'];
  readonly email: string;
  /** Null: this account has no password. */
  readonly hash: string | null;
  readonly twoFactor: boolean;
}

/** As addresses are stored. */
export function emailForm(typed: string): string {
  return typed.normalize('NFC').trim().toLowerCase();
}

/** Null when nobody who is not disabled signs in with this address. */
export async function accountByEmail(
  ctx: Pick<DbContext, 'db'>,
  email: string,
): Promise<Account | null> {
  return accountOf(await accounts(ctx).where('u.email', '=', email).executeTakeFirst());
}

/** Null when the account is disabled or signs in with keys only. */
export async function accountById(
  ctx: Pick<DbContext, 'db'>,
  userId: string,
): Promise<Account | null> {
  return accountOf(await accounts(ctx).where('u.id', '=', userId).executeTakeFirst());
}

function accounts(ctx: Pick<DbContext, 'db'>) {
  return ctx.db
    .selectFrom('app_user as u')
    .leftJoin('auth_account as a', (join) =>
      join.onRef('a.user_id', '=', 'u.id').on('a.provider_id', '=', 'credential'),
    )
    .select(['u.id', 'u.name', 'u.roles', 'u.email', 'a.password', 'u.two_factor_enabled'])
    .where('u.disabled_at', 'is', null);
}

type Row = Awaited<ReturnType<ReturnType<typeof accounts>['executeTakeFirst']>>;

function accountOf(row: Row): Account | null {
  if (row === undefined || row.email === null) return null;
  const { id, email, password, two_factor_enabled: twoFactor, name, roles } = row;
  return { userId: id, name, roles, email, hash: password, twoFactor };
}

/** Of a password nobody has: an unknown account takes as long as a known one. */
const nobodysHash = `${'0'.repeat(32)}:${'0'.repeat(128)}`;

/** Takes the same time whether there is an account or not. */
export async function isRightPassword(account: Account | null, typed: string): Promise<boolean> {
  const password = passwordForm(typed.slice(0, maxTypedLength).toWellFormed());
  const right = await verifyPassword({ hash: account?.hash ?? nobodysHash, password });
  return right && account !== null && account.hash !== null && typed.length <= maxTypedLength;
}
