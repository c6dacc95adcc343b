import type { DbContext } from '#db/context.ts';
import { decodeCursor, type Page, toPage } from '#db/pagination.ts';
import { type User, userColumns } from './read-user.ts';

/** Every account, disabled ones too, newest first. */
export async function listUsers(
  ctx: Pick<DbContext, 'db'>,
  input: { cursor?: string | null | undefined; limit: number },
): Promise<Page<User>> {
  let query = ctx.db
    .selectFrom('app_user')
    .select(userColumns)
    .orderBy('id', 'desc')
    .limit(input.limit + 1);
  if (input.cursor) query = query.where('id', '<', decodeCursor(input.cursor));
  return toPage(await query.execute(), input.limit, (user) => user.id);
}
