import type { DbContext } from '#db/context.ts';
import { NotFoundError } from '#platform/errors.ts';

/** The review item of a post. @throws NotFoundError for a post that has none. */
export async function itemOfPost(ctx: Pick<DbContext, 'db'>, postId: string): Promise<string> {
  const item = await ctx.db
    .selectFrom('review_item')
    .select('id')
    .where('post_id', '=', postId)
    .executeTakeFirst();
  if (item === undefined) throw new NotFoundError('no such item', { field: 'item' });
  return item.id;
}
