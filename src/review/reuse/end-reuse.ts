import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { requireReason } from '#language/require-reason.ts';
import { ConflictError, ForbiddenError } from '#platform/errors.ts';
import { returnPosts } from '#standing/index.ts';

/**
 * Takes back a reuse that was confirmed by mistake: the post is RETURNED to its drafters, the approval
 * stays in force for the others. Ended once. @throws ConflictError when the post reuses no answer.
 */
export async function endReuse(
  ctx: DbContext,
  input: { postId: string; reason: string },
): Promise<void> {
  const userId = ctx.actor.userId;
  if (userId === null) throw new ForbiddenError('only a person can end a reuse');
  const reason = requireReason(input.reason);
  await withTransaction(ctx, async (ctx) => {
    const reuse = await ctx.db
      .updateTable('reuse')
      .set({ status: 'ended', ended_at: ctx.clock(), ended_by: userId, end_reason: reason })
      .where('post_id', '=', input.postId)
      .where('status', '=', 'in_force')
      .returning(['id', 'approval_id'])
      .executeTakeFirst();
    if (reuse === undefined) {
      throw new ConflictError('this post reuses no answer', {
        field: 'post',
        remedy: 'Load the post again: the reuse has ended, or there was none.',
      });
    }
    await returnPosts(ctx, [input.postId]);
    await appendAudit(ctx, [
      {
        action: 'reuse.ended',
        entityType: 'reuse',
        entityId: reuse.id,
        details: { post: input.postId, approval: reuse.approval_id, by: 'person' },
      },
    ]);
  });
}
