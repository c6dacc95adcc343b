import type { AuditEntry } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import type { PostState } from '#db/schema/index.ts';
import { newId } from '#platform/ids.ts';
import { contribute } from './contribute.ts';

export type ResponseDecision = 'respond' | 'monitor' | 'do_not_respond';

/** States in which it can be decided whether a post is answered. */
export const decidableStates = [
  'ANALYSED',
  'NO_ACTION',
  'IN_DRAFT',
  'RETURNED',
] as const satisfies readonly PostState[];

/** The state a decision leaves a post in. */
export function stateAfter(decision: ResponseDecision, before: PostState): PostState {
  if (decision !== 'respond') return 'NO_ACTION';
  return before === 'NO_ACTION' ? 'ANALYSED' : before;
}

/**
 * Decides one post in the caller's transaction, with what it takes to take the decision back. Returns the
 * audit entry for the caller to append last, or null: the post is not waiting for a decision.
 */
export async function recordResponse(
  ctx: DbContext,
  input: {
    readonly postId: string;
    readonly decision: ResponseDecision;
    readonly reason: string;
    readonly bulkId?: string;
  },
): Promise<AuditEntry | null> {
  const { postId, decision, reason, bulkId = null } = input;
  const before = await ctx.db
    .selectFrom('post')
    .select('state')
    .where('id', '=', postId)
    .where('state', 'in', decidableStates)
    .forUpdate()
    .executeTakeFirst();
  if (before === undefined) return null;
  const updated = await ctx.db
    .updateTable('post')
    .set({ state: stateAfter(decision, before.state) })
    .where('id', '=', postId)
    .where('state', '=', before.state)
    .returning('id')
    .executeTakeFirst();
  if (updated === undefined) return null;
  const userId = await contribute(ctx, postId, 'response');
  const replaced = await ctx.db
    .updateTable('response_decision')
    .set({ current: false })
    .where('post_id', '=', postId)
    .where('current', '=', true)
    .returning('id')
    .executeTakeFirst();
  await ctx.db
    .insertInto('response_decision')
    .values({
      id: newId(),
      post_id: postId,
      decision,
      reason,
      decided_by: userId,
      decided_at: ctx.clock(),
      current: true,
      bulk_id: bulkId,
      replaces: replaced?.id ?? null,
      state_before: before.state,
    })
    .execute();
  return {
    action: 'response.decided',
    entityType: 'post',
    entityId: postId,
    details: { decision, ...(bulkId === null ? {} : { bulk: bulkId }) },
  };
}
