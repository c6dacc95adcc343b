import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { requireReason } from '#language/require-reason.ts';
import { ConflictError, NotFoundError } from '#platform/errors.ts';
import { recordResponse, type ResponseDecision } from './record-response.ts';

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
    const entry = await recordResponse(ctx, { ...input, reason });
    if (entry === null) {
      await requirePost(ctx, input.postId);
      throw new ConflictError('this post is not waiting for a response decision', {
        field: 'post',
        remedy: 'Decide after analysis and before the draft is in review.',
      });
    }
    await appendAudit(ctx, [entry]);
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
