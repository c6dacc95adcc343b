import type { DbContext } from '#db/context.ts';
import { ConflictError } from '#platform/errors.ts';

/** Moves a post to IN_DRAFT. @throws ConflictError when it is not a drafter's to work on. */
export async function openDraft(ctx: DbContext, postId: string): Promise<void> {
  const post = await ctx.db
    .updateTable('post')
    .set({ state: 'IN_DRAFT' })
    .where('id', '=', postId)
    .where('state', 'in', ['ANALYSED', 'IN_DRAFT', 'RETURNED'])
    .returning('id')
    .executeTakeFirst();
  if (post === undefined) {
    throw new ConflictError('this post is not open for drafting', {
      field: 'post',
      remedy: 'Drafts change before review, or after reviewers have returned them.',
    });
  }
}
