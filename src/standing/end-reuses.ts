import type { AuditEntry } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { returnPosts } from './return-posts.ts';

/**
 * An answer that left force answers no other post either: its reuses end in the caller's transaction,
 * and their posts go back to the drafters.
 */
export async function endReuses(
  ctx: DbContext,
  approvalIds: readonly string[],
): Promise<AuditEntry[]> {
  if (approvalIds.length === 0) return [];
  const ended = await ctx.db
    .updateTable('reuse')
    .set({ status: 'ended', ended_at: ctx.clock() })
    .where('approval_id', 'in', [...approvalIds])
    .where('status', '=', 'in_force')
    .returning(['id', 'post_id', 'approval_id'])
    .execute();
  const returned = await returnPosts(
    ctx,
    ended.map((row) => row.post_id),
  );
  return [
    ...ended.map((row) => ({
      action: 'reuse.ended',
      entityType: 'reuse',
      entityId: row.id,
      details: { post: row.post_id, approval: row.approval_id, by: 'approval' },
    })),
    ...returned.map((id) => ({
      action: 'post.returned',
      entityType: 'post',
      entityId: id,
      details: { reason: 'the answer it reused is out of force' },
    })),
  ];
}
