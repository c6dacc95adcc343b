import type { DbContext } from '#db/context.ts';
import { ForbiddenError } from '#platform/errors.ts';

/** Notes that the acting user had a hand in the answer to a post: from then on they cannot approve it. */
export async function contribute(
  ctx: DbContext,
  postId: string,
  kind: 'response' | 'outcome' | 'draft' | 'submit',
): Promise<string> {
  const userId = ctx.actor.userId;
  if (userId === null) throw new ForbiddenError('only a person can do this');
  await ctx.db
    .insertInto('contribution')
    .values({ post_id: postId, user_id: userId, kind, contributed_at: ctx.clock() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return userId;
}
