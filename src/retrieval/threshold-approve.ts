import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { accountsOf } from '#identity/index.ts';
import { ConflictError, ForbiddenError, NotFoundError } from '#platform/errors.ts';
import { decisionInForce } from './threshold.ts';

/**
 * Puts a proposed threshold in force for searches from now on; what was assessed stays as it was.
 * @throws ForbiddenError for the proposer's own. @throws NotFoundError.
 * @throws ConflictError when it was approved before, or another was approved since it was proposed.
 */
export async function approveThreshold(ctx: DbContext, input: { id: string }): Promise<void> {
  const userId = ctx.actor.userId;
  if (userId === null) throw new ForbiddenError('an approval belongs to a user');
  await withTransaction(ctx, async (ctx) => {
    // Held until the end, so of two approvals at once the second sees the first.
    await ctx.db.selectFrom('audit_head').select('seq').forUpdate().execute();
    const proposal = await ctx.db
      .selectFrom('threshold_decision')
      .select(['model_name', 'threshold', 'replaces', 'created_by', 'approved_by'])
      .where('id', '=', input.id)
      .executeTakeFirst();
    if (proposal === undefined) {
      throw new NotFoundError('there is no such proposal', {
        field: 'id',
        remedy: 'List the proposals and take the id of one.',
      });
    }
    const inForce = await decisionInForce(ctx, proposal.model_name);
    const own = (await accountsOf(ctx, userId)).includes(proposal.created_by);
    refuse({ ...proposal, own, outdated: proposal.replaces !== (inForce?.id ?? null) });
    const approved = await ctx.db
      .updateTable('threshold_decision')
      .set({ approved_by: userId, approved_at: ctx.clock() })
      .where('id', '=', input.id)
      .where('approved_by', 'is', null)
      .executeTakeFirst();
    if (approved.numUpdatedRows !== 1n) throw alreadyApproved();
    await appendAudit(ctx, [
      {
        action: 'threshold.approved',
        entityType: 'threshold_decision',
        entityId: input.id,
        details: {
          model: proposal.model_name,
          to: proposal.threshold,
          replaces: proposal.replaces,
        },
      },
    ]);
  });
}

function refuse(proposal: { own: boolean; approved_by: string | null; outdated: boolean }): void {
  if (proposal.approved_by !== null) throw alreadyApproved();
  if (proposal.own) {
    throw new ForbiddenError('you proposed this threshold yourself', {
      field: 'id',
      remedy: 'Ask another person to approve it.',
    });
  }
  if (proposal.outdated) {
    throw new ConflictError('another threshold was approved since this one was proposed', {
      field: 'id',
      remedy: 'Look at the threshold in force and propose again.',
    });
  }
}

function alreadyApproved(): ConflictError {
  return new ConflictError('this threshold has already been approved', {
    field: 'id',
    remedy: 'Propose another to change it again.',
  });
}
