import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import type { PostState } from '#db/schema/index.ts';
import { withTransaction } from '#db/transaction.ts';
import { decideResponse, setOutcome } from '#drafting/index.ts';
import { requireReason } from '#language/require-reason.ts';
import { ConflictError, ForbiddenError, NotFoundError } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { asFourEyesError } from '../four-eyes-error.ts';
import { findReusable } from './find-reusable.ts';
import { lockAnswer } from './lock-answer.ts';

/** Not NO_ACTION: who decided not to respond is not overruled on the way. */
export const reusableStates: readonly PostState[] = ['ANALYSED', 'IN_DRAFT', 'RETURNED'];

/**
 * One person confirms that an approved answer fits a claim of another post, which becomes APPROVED. The
 * decision to respond and the claim's CONTRADICTED are recorded as theirs, with the same reason.
 * @throws NotFoundError; ConflictError when the post is not open, or the answer is not in force today or
 * answers another claim; ForbiddenError when the person had a hand in the answer.
 */
export async function confirmReuse(
  ctx: DbContext,
  input: { postId: string; claimId: string; approvalId: string; reason: string },
): Promise<{ reuseId: string }> {
  const userId = ctx.actor.userId;
  if (userId === null) throw new ForbiddenError('only a person can confirm a reuse');
  const reason = requireReason(input.reason);
  try {
    return await withTransaction(ctx, async (ctx) => {
      await lockAnswer(ctx, input.approvalId);
      await lockOpenPost(ctx, input);
      const answers = await findReusable(ctx, [input.claimId]);
      const answer = answers.find((one) => one.approvalId === input.approvalId);
      if (answer === undefined) {
        throw new ConflictError('this answer is not in force today or answers another claim', {
          field: 'approval_id',
          remedy: 'Load the post again; what still fits is suggested there.',
        });
      }
      await decideResponse(ctx, { postId: input.postId, decision: 'respond', reason });
      await setOutcome(ctx, { claimId: input.claimId, outcome: 'CONTRADICTED', reason });
      const reuseId = newId();
      await ctx.db
        .insertInto('reuse')
        .values({
          id: reuseId,
          post_id: input.postId,
          claim_id: input.claimId,
          approval_id: input.approvalId,
          // Rounding takes equal vectors past one.
          similarity:
            answer.similarity === null ? null : Math.max(-1, Math.min(1, answer.similarity)),
          reason,
          confirmed_by: userId,
          confirmed_at: ctx.clock(),
          status: 'in_force',
        })
        .execute();
      await ctx.db
        .updateTable('post')
        .set({ state: 'APPROVED' })
        .where('id', '=', input.postId)
        .where('state', 'in', reusableStates)
        .returning('id')
        .executeTakeFirstOrThrow();
      await appendAudit(ctx, [
        {
          action: 'answer.reused',
          entityType: 'reuse',
          entityId: reuseId,
          details: { post: input.postId, claim: input.claimId, approval: input.approvalId },
          after: { content_sha256: answer.draft.content_sha256 },
        },
      ]);
      return { reuseId };
    });
  } catch (error) {
    throw asFourEyesError(error);
  }
}

/** One confirmation at a time: whoever waited finds the post APPROVED. */
async function lockOpenPost(
  ctx: DbContext,
  { postId, claimId }: { postId: string; claimId: string },
): Promise<void> {
  const post = await ctx.db
    .selectFrom('post')
    .select('state')
    .where('id', '=', postId)
    .forUpdate()
    .executeTakeFirst();
  if (post === undefined) throw new NotFoundError('no such post', { field: 'post' });
  const claim = await ctx.db
    .selectFrom('claim')
    .select('id')
    .where('id', '=', claimId)
    .where('post_id', '=', postId)
    .executeTakeFirst();
  if (claim === undefined) throw new NotFoundError('no such claim', { field: 'claim_id' });
  if (!reusableStates.includes(post.state)) {
    throw new ConflictError(`this post is ${post.state}: no answer is wanted now`, {
      field: 'post',
      remedy:
        post.state === 'NO_ACTION'
          ? 'Somebody decides to respond first.'
          : 'An answer is reused before review, or after a draft is returned.',
    });
  }
}
