import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { requireReason } from '#language/require-reason.ts';
import { ConflictError, ForbiddenError, NotFoundError } from '#platform/errors.ts';

/**
 * Notes that a person has looked at a finding and nothing is to be done; it is not shown again, and the
 * same two passages are not found again.
 * @throws ValidationError without a reason, NotFoundError, ConflictError when it was dismissed before.
 */
export async function dismissFinding(
  ctx: DbContext,
  input: { findingId: string; reason: string },
): Promise<void> {
  const userId = ctx.actor.userId;
  if (userId === null) throw new ForbiddenError('a finding is dismissed by a user');
  const reason = requireReason(input.reason);
  await withTransaction(ctx, async (ctx) => {
    const dismissed = await ctx.db
      .updateTable('corpus_finding')
      .set({ dismissed_by: userId, dismissed_at: ctx.clock(), dismissal_reason: reason })
      .where('id', '=', input.findingId)
      .where('dismissed_at', 'is', null)
      .returning(['kind', 'left_passage', 'right_passage'])
      .executeTakeFirst();
    if (dismissed === undefined) await refuse(ctx, input.findingId);
    await appendAudit(ctx, [
      {
        action: 'finding.dismissed',
        entityType: 'corpus_finding',
        entityId: input.findingId,
        details: { ...dismissed },
        after: { reason },
      },
    ]);
  });
}

async function refuse(ctx: DbContext, id: string): Promise<never> {
  const known = await ctx.db
    .selectFrom('corpus_finding')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst();
  const field = 'id';
  if (known === undefined) {
    throw new NotFoundError('there is no such finding', {
      field,
      remedy: 'Take an id from the list of findings.',
    });
  }
  throw new ConflictError('this finding was dismissed before', {
    field,
    remedy: 'Nothing is left to do.',
  });
}
