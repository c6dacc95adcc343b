import type { DbContext } from '#db/context.ts';
import { visibleComments } from './visible-comments.ts';

/** The acting person has read a post's comments: mentions in those they could see are no news any more. */
export async function markMentionsSeen(
  ctx: Pick<DbContext, 'db' | 'actor' | 'clock'>,
  input: { postId: string },
): Promise<void> {
  const shown = visibleComments(ctx, ctx.actor)
    .select('c.id')
    .where('c.post_id', '=', input.postId);
  await ctx.db
    .updateTable('mention')
    .set({ seen_at: ctx.clock() })
    .where('user_id', '=', ctx.actor.userId)
    .where('seen_at', 'is', null)
    .where('comment_id', 'in', shown)
    .execute();
}
