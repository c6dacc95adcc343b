import type { Actor, DbContext } from '#db/context.ts';
import { NotFoundError } from '#platform/errors.ts';

/** An active user by name. @throws NotFoundError naming the remedy. */
export async function findUser(
  ctx: Pick<DbContext, 'db'>,
  name: string,
): Promise<Actor & { readonly userId: string }> {
  const row = await ctx.db
    .selectFrom('app_user')
    .select(['id as userId', 'name', 'roles'])
    .where('name', '=', name)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  if (row !== undefined) return row;
  throw new NotFoundError(`there is no user named ${name}`, {
    field: 'user',
    remedy: `Create one: doichung users create ${name} --roles drafter`,
  });
}
