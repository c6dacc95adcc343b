import { appendAudit } from '#audit/index.ts';
import { withTransaction } from '#db/transaction.ts';
import { requireReason } from '#language/require-reason.ts';
import { ForbiddenError, NotFoundError, ValidationError } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import type { RetrievalContext } from './context.ts';
import { decisionInForce } from './threshold.ts';

export interface ThresholdProposal {
  /** Name of a known embedding model. */
  readonly model: string;
  /** Probability, 0 to 1, that a match must reach. */
  readonly threshold: number;
  readonly reason: string;
}

/**
 * Proposes the threshold of an embedding model; nothing changes until another person approves it.
 * Returns the proposal's id. @throws ValidationError for a number outside 0 to 1, no reason, or a model
 * nobody has calibrated. @throws NotFoundError for a model this database does not know.
 */
export async function proposeThreshold(
  ctx: RetrievalContext,
  input: ThresholdProposal,
): Promise<{ id: string }> {
  const userId = ctx.actor.userId;
  if (userId === null) throw new ForbiddenError('a proposal belongs to a user');
  const reason = requireReason(input.reason);
  // Written so that NaN is refused.
  if (!(input.threshold >= 0 && input.threshold <= 1)) {
    throw new ValidationError(`${input.threshold} is not a probability`, {
      field: 'threshold',
      remedy: 'Give a number from 0 to 1.',
    });
  }
  return withTransaction(ctx, async (ctx) => {
    await requireModel(ctx, input.model);
    const { threshold: shipped } = ctx.settingsOf(input.model);
    if (!Number.isFinite(shipped)) {
      throw new ValidationError(`${input.model} was never calibrated`, {
        field: 'model',
        remedy: 'Calibrate it first: until then its scores say nothing a threshold could cut.',
      });
    }
    const replaced = await decisionInForce(ctx, input.model);
    const id = newId();
    await ctx.db
      .insertInto('threshold_decision')
      .values({
        id,
        model_name: input.model,
        threshold: input.threshold,
        reason,
        replaces: replaced?.id ?? null,
        created_by: userId,
        created_at: ctx.clock(),
        approved_by: null,
        approved_at: null,
      })
      .execute();
    await appendAudit(ctx, [
      {
        action: 'threshold.proposed',
        entityType: 'threshold_decision',
        entityId: id,
        details: {
          model: input.model,
          from: replaced?.threshold ?? shipped,
          to: input.threshold,
        },
        after: { model: input.model, threshold: input.threshold, reason },
      },
    ]);
    return { id };
  });
}

async function requireModel(ctx: RetrievalContext, name: string): Promise<void> {
  const models = await ctx.db.selectFrom('embedding_model').select('name').distinct().execute();
  if (models.some((model) => model.name === name)) return;
  throw new NotFoundError(`there is no embedding model ${name}`, {
    field: 'model',
    remedy: `Use one of: ${models.map((model) => model.name).join(', ')}.`,
  });
}
