import type { AuditEntry } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { endReuses, returnPosts } from '#standing/index.ts';
import { announce } from '#webhooks/index.ts';

/**
 * Takes approvals out of force in the caller's transaction, which holds them: the revocations say who
 * and why, their posts and those that reuse them go back to the drafters. Returns what is to be recorded.
 */
export async function revoke(
  ctx: DbContext,
  approvals: ReadonlyArray<{ readonly id: string; readonly post_id: string }>,
  { revokedBy, reason, cause }: { revokedBy: string; reason: string; cause: 'person' | 'merge' },
): Promise<AuditEntry[]> {
  if (approvals.length === 0) return [];
  const approvalIds = approvals.map(({ id }) => id);
  const at = ctx.clock();
  await ctx.db
    .insertInto('revocation')
    .values(
      approvalIds.map((id) => ({
        approval_id: id,
        revoked_by: revokedBy,
        reason,
        revoked_at: at,
      })),
    )
    .execute();
  await ctx.db
    .updateTable('approval')
    .set({ status: 'revoked' })
    .where('id', 'in', approvalIds)
    .where('status', '=', 'in_force')
    .execute();
  await announce(ctx, { event: 'approval.retracted', approvalIds, reason: 'revoked' });
  const returned = await returnPosts(
    ctx,
    approvals.map(({ post_id }) => post_id),
  );
  const reuses = await endReuses(ctx, approvalIds);
  return [
    ...approvals.map(({ id, post_id }) => ({
      action: 'approval.revoked',
      entityType: 'approval',
      entityId: id,
      details: { post: post_id, cause },
      after: { reason },
    })),
    ...returned.map((id) => ({
      action: 'post.returned',
      entityType: 'post',
      entityId: id,
      details: { reason: 'its approval was revoked' },
    })),
    ...reuses,
  ];
}
