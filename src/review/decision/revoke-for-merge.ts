import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { ForbiddenError } from '#platform/errors.ts';
import { returnPosts } from '#standing/index.ts';
import {
  approvalsNotOfTwo,
  reusesByContributors,
  reviewsByContributors,
} from './person-queries.ts';
import { revoke } from './revoke.ts';

export interface RevokedForMerge {
  readonly approvalIds: readonly string[];
  /** Posts that went back to their drafters from review, or because a reuse ended. */
  readonly returnedPostIds: readonly string[];
}

/**
 * After accounts were found to be one person, in the same transaction: approvals of theirs that four eyes
 * would refuse today leave force, reviews by somebody who turns out to have had a part are void, and so
 * are reuses that their author confirmed.
 */
export async function revokeForMerge(
  ctx: DbContext,
  { userIds }: { readonly userIds: readonly string[] },
): Promise<RevokedForMerge> {
  const revokedBy = ctx.actor.userId;
  if (revokedBy === null) throw new ForbiddenError('only a person can revoke an approval');
  const reason = 'accounts were found to be one person';
  return withTransaction(ctx, async (ctx) => {
    const approvals = await approvalsNotOfTwo(ctx, userIds);
    const entries = await revoke(ctx, approvals, { revokedBy, reason, cause: 'merge' });
    const reuses = await reusesByContributors(ctx, userIds);
    if (reuses.length > 0) {
      await ctx.db
        .updateTable('reuse')
        .set({ status: 'ended', ended_at: ctx.clock(), ended_by: revokedBy, end_reason: reason })
        .where(
          'id',
          'in',
          reuses.map(({ id }) => id),
        )
        .execute();
    }
    const returnedPostIds = await returnPosts(ctx, [
      ...(await reviewsByContributors(ctx, userIds)),
      ...reuses.map(({ post_id }) => post_id),
    ]);
    await appendAudit(ctx, [
      ...entries,
      ...reuses.map(({ id, post_id, approval_id }) => ({
        action: 'reuse.ended',
        entityType: 'reuse',
        entityId: id,
        details: { post: post_id, approval: approval_id, by: 'merge' },
      })),
      ...returnedPostIds.map((id) => ({
        action: 'post.returned',
        entityType: 'post',
        entityId: id,
        details: { reason },
      })),
    ]);
    return { approvalIds: approvals.map(({ id }) => id), returnedPostIds };
  });
}
