import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { ConflictError, NotFoundError } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { contribute } from './contribute.ts';
import { requireReason } from '#language/require-reason.ts';

export type ResponseDecision = 'respond' | 'monitor' | 'do_not_respond';

/**
 * Records whether a post is answered at all. Anything but `respond` ends it as NO_ACTION; `respond`
 * brings it back. @throws ConflictError while it is in review or after.
 */
export async function decideResponse(
  ctx: DbContext,
  input: { postId: string; decision: ResponseDecision; reason: string },
): Promise<void> {
  const reason = requireReason(input.reason);
  await withTransaction(ctx, async (ctx) => {
    const post = await ctx.db
      .updateTable('post')
      .set((eb) => ({
        state:
          input.decision === 'respond'
            ? eb
                .case()
                .when('state', '=', 'NO_ACTION')
                .then('ANALYSED' as const)
                .else(eb.ref('state'))
                .end()
            : ('NO_ACTION' as const),
      }))
      .where('id', '=', input.postId)
      .where('state', 'in', ['ANALYSED', 'NO_ACTION', 'IN_DRAFT', 'RETURNED'])
      .returning(['id', 'state'])
      .executeTakeFirst();
    if (post === undefined) {
      await requirePost(ctx, input.postId);
      throw new ConflictError('this post is not waiting for a response decision', {
        field: 'post',
        remedy: 'Decide after analysis and before the draft is in review.',
      });
    }
    const userId = await contribute(ctx, input.postId, 'response');
    await ctx.db
      .updateTable('response_decision')
      .set({ current: false })
      .where('post_id', '=', input.postId)
      .where('current', '=', true)
      .execute();
    await ctx.db
      .insertInto('response_decision')
      .values({
        id: newId(),
        post_id: input.postId,
        decision: input.decision,
        reason,
        decided_by: userId,
        decided_at: ctx.clock(),
        current: true,
      })
      .execute();
    await appendAudit(ctx, [
      {
        action: 'response.decided',
        entityType: 'post',
        entityId: input.postId,
        details: { decision: input.decision },
      },
    ]);
  });
}

async function requirePost(ctx: DbContext, postId: string): Promise<void> {
  const post = await ctx.db
    .selectFrom('post')
    .select('id')
    .where('id', '=', postId)
    .executeTakeFirst();
  if (post === undefined) throw new NotFoundError('no such post', { field: 'post' });
}
