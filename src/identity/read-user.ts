import type { DbContext } from '#db/context.ts';
import type { Role } from '#db/roles.ts';
import { NotFoundError } from '#platform/errors.ts';

export interface User {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly roles: readonly Role[];
  readonly createdAt: Date;
  readonly disabledAt: Date | null;
  /** The account whose person this one was found to be; its own id unless it was merged. */
  readonly person: string;
}

/** Columns of a `User`. */
export const userColumns = [
  'app_user.id',
  'app_user.name',
  'app_user.email',
  'app_user.roles',
  'app_user.created_at as createdAt',
  'app_user.disabled_at as disabledAt',
  'app_user.person',
] as const;

/** Any account, disabled or not, by its id or its name. @throws NotFoundError */
export async function readUser(
  ctx: Pick<DbContext, 'db'>,
  input: { id: string } | { name: string },
): Promise<User> {
  const query = ctx.db.selectFrom('app_user').select(userColumns);
  const row = await (
    'id' in input ? query.where('id', '=', input.id) : query.where('name', '=', input.name)
  ).executeTakeFirst();
  return row ?? noSuchUser();
}

/** @throws NotFoundError always */
export function noSuchUser(field = 'id'): never {
  throw new NotFoundError('there is no such user', {
    field,
    remedy: 'The list of users shows who there is.',
  });
}
