import type { ChatUsage } from '#ai/ports.ts';
import { type AuditEntry, appendAudit } from '#audit/index.ts';
import { withTransaction } from '#db/transaction.ts';
import { NotFoundError } from '#platform/errors.ts';
import type { LanguageModelContext, ModelBudget } from './language-model.ts';
import { isFree, type ModelCallFailure } from './model-call-failure.ts';
import { costOf } from './reserve-call.ts';

export interface CallResult {
  readonly callId: string;
  /** Null: no whole answer came. */
  readonly usage: ChatUsage | null;
  /** Null: the answer was used. */
  readonly reason: ModelCallFailure | null;
  /** What was made of the answer. */
  readonly draftId?: string;
}

/**
 * Notes what a started request took and came to, in the caller's transaction; returns the audit entry for
 * the caller to append last. What it took stays at what was reserved when that is not known.
 * @throws NotFoundError when it is not under way.
 */
export async function settleCall(
  ctx: LanguageModelContext,
  budget: ModelBudget,
  { callId, usage, reason, draftId }: CallResult,
): Promise<AuditEntry> {
  const nothing = reason !== null && isFree(reason) ? { inputTokens: 0, outputTokens: 0 } : null;
  const taken = usage ?? nothing;
  const status = reason === null ? 'used' : 'failed';
  const settled = await ctx.db
    .updateTable('model_call')
    .set({
      status,
      reason,
      draft_id: draftId ?? null,
      ended_at: ctx.clock(),
      ...(taken === null
        ? {}
        : {
            input_tokens: taken.inputTokens,
            output_tokens: taken.outputTokens,
            cost_micros: costOf(budget, taken),
          }),
    })
    .where('id', '=', callId)
    .where('status', '=', 'started')
    .returning(['post_id', 'task'])
    .executeTakeFirst();
  if (settled === undefined) throw new NotFoundError('no such request is under way');
  return {
    action: `model_call.${status}`,
    entityType: 'model_call',
    entityId: callId,
    details: { task: settled.task, post: settled.post_id, ...(reason === null ? {} : { reason }) },
  };
}

/** `settleCall` for an answer that is not used, in a transaction of its own. */
export async function settleFailed(
  ctx: LanguageModelContext,
  budget: ModelBudget,
  result: CallResult,
): Promise<void> {
  await withTransaction(ctx, async (ctx) => {
    await appendAudit(ctx, [await settleCall(ctx, budget, result)]);
  });
}

/** Requests of a task for a post that a process left under way when it died. */
export async function settleInterrupted(
  ctx: LanguageModelContext,
  budget: ModelBudget,
  { postId, task }: { readonly postId: string; readonly task: 'draft' | 'claims' },
): Promise<void> {
  const left = await ctx.db
    .selectFrom('model_call')
    .select('id')
    .where('post_id', '=', postId)
    .where('task', '=', task)
    .where('status', '=', 'started')
    .execute();
  for (const { id: callId } of left) {
    await settleFailed(ctx, budget, { callId, usage: null, reason: 'interrupted' });
  }
}
