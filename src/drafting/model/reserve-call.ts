import { appendAudit } from '#audit/index.ts';
import type { ModelUse } from '#db/schema/index.ts';
import { withTransaction } from '#db/transaction.ts';
import { isoDay } from '#platform/clock.ts';
import { newId } from '#platform/ids.ts';
import type { LanguageModelContext, ModelBudget } from './language-model.ts';
import { lockBudget, spentSince } from '../model-call-queries.ts';
import type { ModelCallFailure } from './model-call-failure.ts';

const microsPerUnit = 1_000_000;

export interface PlannedCall {
  readonly task: 'draft' | 'claims';
  readonly postId: string;
  readonly claimId: string | null;
  readonly use: ModelUse;
}

/**
 * Notes a request to a language model before it is made: what it may take counts from now on, so that
 * requests at the same moment cannot overrun the day's budget together. Returns its id, or null when the
 * day has not enough left; that too is noted.
 */
export async function reserveCall(
  ctx: LanguageModelContext,
  budget: ModelBudget,
  call: PlannedCall & { readonly inputTokens: number; readonly outputTokens: number },
): Promise<string | null> {
  const tokens = call.inputTokens + call.outputTokens;
  const costMicros = costOf(budget, call);
  return withTransaction(ctx, async (ctx) => {
    await lockBudget(ctx);
    const at = ctx.clock();
    const spent = await spentSince(ctx, new Date(`${isoDay(at)}T00:00:00+07:00`));
    const withinTokens = spent.tokens + tokens <= budget.tokensPerDay;
    const withinCost =
      budget.costPerDay === null ||
      spent.costMicros + costMicros <= budget.costPerDay * microsPerUnit;
    if (!withinTokens || !withinCost) {
      await noteFailure(ctx, call, 'budget_spent');
      return null;
    }
    const id = newId();
    await ctx.db
      .insertInto('model_call')
      .values({
        ...rowOf(call, id, at),
        status: 'started',
        reserved_tokens: tokens,
        cost_micros: costMicros,
      })
      .execute();
    await appendAudit(ctx, [
      {
        action: 'model_call.started',
        entityType: 'model_call',
        entityId: id,
        details: { task: call.task, post: call.postId, model: call.use.model, tokens },
      },
    ]);
    return id;
  });
}

/** Notes a request that is not made and why. Joins the caller's transaction when there is one. */
export async function noteFailure(
  ctx: LanguageModelContext,
  call: PlannedCall,
  reason: ModelCallFailure,
): Promise<void> {
  await withTransaction(ctx, async (ctx) => {
    const id = newId();
    const at = ctx.clock();
    await ctx.db
      .insertInto('model_call')
      .values({
        ...rowOf(call, id, at),
        status: 'failed',
        reason,
        reserved_tokens: 0,
        input_tokens: 0,
        output_tokens: 0,
        ended_at: at,
      })
      .execute();
    await appendAudit(ctx, [
      {
        action: 'model_call.failed',
        entityType: 'model_call',
        entityId: id,
        details: { task: call.task, post: call.postId, reason },
      },
    ]);
  });
}

/** Millionths of the currency: a price of a million tokens is the same number of millionths for one. */
export function costOf(
  { inputPrice, outputPrice }: Pick<ModelBudget, 'inputPrice' | 'outputPrice'>,
  { inputTokens, outputTokens }: { readonly inputTokens: number; readonly outputTokens: number },
): number {
  return Math.ceil(inputTokens * inputPrice + outputTokens * outputPrice);
}

function rowOf({ task, postId, claimId, use }: PlannedCall, id: string, at: Date) {
  return {
    id,
    task,
    post_id: postId,
    claim_id: claimId,
    model: use.model,
    prompt: use.prompt,
    prompt_sha256: use.prompt_sha256,
    parameters: JSON.stringify(use.parameters),
    started_at: at,
  };
}
