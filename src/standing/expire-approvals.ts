import type { AuditEntry } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { isoDay } from '#platform/clock.ts';
import { announce } from '#webhooks/index.ts';
import { endReuses } from './end-reuses.ts';
import { returnPosts } from './return-posts.ts';

/**
 * Takes approvals out of force whose draft was to be reviewed by today, `limit` at most and each once, in
 * the caller's transaction; their posts, and those that reuse them, go back to the drafters.
 */
export async function expireApprovals(
  ctx: DbContext,
  { limit }: { limit: number },
): Promise<{ approvals: number; entries: readonly AuditEntry[] }> {
  const due = await ctx.db
    .selectFrom('approval as a')
    .innerJoin('draft as d', 'd.id', 'a.draft_id')
    .select(['a.id', 'a.post_id', 'd.review_by'])
    .where('a.status', '=', 'in_force')
    .where('d.review_by', '<=', isoDay(ctx.clock()))
    .orderBy('a.id')
    .limit(limit)
    .forUpdate('a')
    .execute();
  if (due.length === 0) return { approvals: 0, entries: [] };
  await ctx.db
    .updateTable('approval')
    .set({ status: 'expired' })
    .where(
      'id',
      'in',
      due.map((row) => row.id),
    )
    .where('status', '=', 'in_force')
    .execute();
  const approvalIds = due.map((row) => row.id);
  await announce(ctx, { event: 'approval.retracted', approvalIds, reason: 'expired' });
  const returned = await returnPosts(
    ctx,
    due.map((row) => row.post_id),
  );
  const reuses = await endReuses(
    ctx,
    due.map((row) => row.id),
  );
  return {
    approvals: due.length,
    entries: [
      ...due.map((row) => ({
        action: 'approval.expired',
        entityType: 'approval',
        entityId: row.id,
        details: { review_by: row.review_by },
      })),
      ...returned.map((id) => ({
        action: 'post.returned',
        entityType: 'post',
        entityId: id,
        details: { reason: 'the day to review its answer by has come' },
      })),
      ...reuses,
    ],
  };
}
