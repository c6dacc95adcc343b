import type { DbContext } from '#db/context.ts';
import { type User, userColumns } from './read-user.ts';

export interface Account extends User {
  readonly twoFactor: boolean;
  /** It has a password of this service. */
  readonly password: boolean;
  /** The last sign-in that is still open; null: none. */
  readonly signedInAt: Date | null;
}

/** A team is smaller; beyond it the newest accounts are listed. */
export const maxAccounts = 2000;

/** Accounts for who manages them, in no order: names are sorted by the rules of a language. */
export async function listAccounts(
  ctx: Pick<DbContext, 'db'>,
  { id }: { readonly id?: string } = {},
): Promise<Account[]> {
  let query = ctx.db
    .selectFrom('app_user')
    .select(userColumns)
    .select('two_factor_enabled as twoFactor')
    .select((eb) => [
      eb
        .exists(
          eb
            .selectFrom('auth_account as a')
            .select('a.id')
            .whereRef('a.user_id', '=', 'app_user.id')
            .where('a.provider_id', '=', 'credential'),
        )
        .as('password'),
      eb
        .selectFrom('auth_session as s')
        .select((eb) => eb.fn.max('s.created_at').as('at'))
        .whereRef('s.user_id', '=', 'app_user.id')
        .as('signedInAt'),
    ])
    .orderBy('id', 'desc')
    .limit(maxAccounts);
  if (id !== undefined) query = query.where('id', '=', id);
  const rows = await query.execute();
  return rows.map((row) => ({ ...row, password: Boolean(row.password) }));
}
