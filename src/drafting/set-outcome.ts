import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import type { Outcome } from '#db/schema/index.ts';
import { withTransaction } from '#db/transaction.ts';
import { ConflictError, NotFoundError } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { contribute } from './contribute.ts';
import { requireReason } from '#language/require-reason.ts';

/** Post states in which a drafter still works on it. */
export const openStates = ['ANALYSED', 'NO_ACTION', 'IN_DRAFT', 'RETURNED'] as const;

/**
 * A person decides what the machine suggested. A claim that is no statement of fact is never
 * CONTRADICTED: opinion and criticism are not rebutted.
 * @throws NotFoundError | ConflictError
 */
export async function setOutcome(
  ctx: DbContext,
  input: { claimId: string; outcome: Outcome; reason: string },
): Promise<void> {
  const reason = requireReason(input.reason);
  await withTransaction(ctx, async (ctx) => {
    const claim = await ctx.db
      .selectFrom('claim')
      .innerJoin('post', 'post.id', 'claim.post_id')
      .innerJoin('assessment', (join) =>
        join.onRef('assessment.claim_id', '=', 'claim.id').on('assessment.current', '=', true),
      )
      .select([
        'claim.post_id',
        'claim.checkable',
        'claim.kind',
        'post.state',
        'assessment.outcome as before',
      ])
      .where('claim.id', '=', input.claimId)
      .forUpdate('post')
      .executeTakeFirst();
    if (claim === undefined) throw new NotFoundError('no such claim', { field: 'claim' });
    if (!openStates.some((state) => state === claim.state)) {
      throw new ConflictError(`the post is ${claim.state}: its outcomes are settled`, {
        field: 'claim',
        remedy: 'Outcomes change before review, or after the draft is returned.',
      });
    }
    if (input.outcome === 'CONTRADICTED' && !claim.checkable) {
      throw new ConflictError(`this claim is ${claim.kind}: it cannot be contradicted`, {
        field: 'outcome',
        remedy: 'Opinion, criticism, questions and the like end as NOT_CHECKABLE.',
      });
    }
    const userId = await contribute(ctx, claim.post_id, 'outcome');
    await ctx.db
      .updateTable('assessment')
      .set({ current: false })
      .where('claim_id', '=', input.claimId)
      .where('current', '=', true)
      .execute();
    await ctx.db
      .insertInto('assessment')
      .values({
        id: newId(),
        claim_id: input.claimId,
        outcome: input.outcome,
        suggestion: null,
        reasons: [reason],
        decided_by: userId,
        decided_at: ctx.clock(),
        current: true,
      })
      .execute();
    await appendAudit(ctx, [
      {
        action: 'outcome.set',
        entityType: 'claim',
        entityId: input.claimId,
        details: { before: claim.before, after: input.outcome },
      },
    ]);
  });
}
