import { appendAudit } from '#audit/index.ts';
import { withTransaction } from '#db/transaction.ts';
import { type DraftEvidence, type DraftForm, gated, type PreparedDraft } from '../prepare-draft.ts';
import { storeDraft } from '../store-draft.ts';
import { type Arrangement, arrangePlanned, modelUse } from './arrange-with-model.ts';
import { mayAttempt } from './attempts.ts';
import type { LanguageModelContext, ModelBudget } from './language-model.ts';
import {
  findReplaceable,
  loadEvidence,
  reloadEvidence,
  type ReplaceableDraft,
} from './load-evidence.ts';
import type { ModelCallFailure } from './model-call-failure.ts';
import { planDraft } from './plan-draft.ts';
import { noteFailure, reserveCall } from './reserve-call.ts';
import { settleCall, settleFailed } from './settle-call.ts';

/** What became of one try; `skipped`: there was nothing to better, or it has been tried often enough. */
export type ModelDraftResult =
  | { readonly status: 'stored'; readonly draftId: string }
  | { readonly status: 'skipped' }
  | { readonly status: 'failed'; readonly reason: ModelCallFailure };

/**
 * Lets a language model arrange the quotes of a post's extractive draft anew and stores the result as
 * the next revision, unless a person has taken the post up meanwhile. Whatever goes wrong, the extractive
 * draft stands and `model_call` says why. The model is asked outside any transaction.
 * @throws only what `signal` was aborted with, and errors of our own.
 */
export async function draftWithModel(
  ctx: LanguageModelContext,
  { postId }: { postId: string },
  options: { signal?: AbortSignal } = {},
): Promise<ModelDraftResult> {
  const { drafter = null, budget } = ctx.languageModel ?? {};
  if (drafter === null || budget === undefined) return { status: 'skipped' };
  const task = { task: 'draft', postId } as const;
  if (!(await mayAttempt(ctx, budget, task))) return { status: 'skipped' };
  const old = await findReplaceable(ctx, postId);
  if (old === null) return { status: 'skipped' };
  const call = { ...task, claimId: old.claimId, use: modelUse(drafter) };
  const refuse = async (reason: ModelCallFailure): Promise<ModelDraftResult> => {
    await noteFailure(ctx, call, reason);
    return { status: 'failed', reason };
  };
  if (old.instructed) return refuse('instructions_found');
  const input = await loadEvidence(ctx, old);
  if (input.sources.length === 0) return refuse('no_sources');
  const plan = planDraft(drafter, input);
  if (plan === null) return refuse('over_draft_budget');
  const { inputTokens, maxTokens: outputTokens } = plan;
  const callId = await reserveCall(ctx, budget, { ...call, inputTokens, outputTokens });
  if (callId === null) return { status: 'failed', reason: 'budget_spent' };
  try {
    const arrangement = await arrangePlanned(drafter, plan, input, options);
    return await conclude(ctx, { budget, callId, old, input, arrangement });
  } catch (error) {
    // A stop leaves the request as it is: the job runs again and settles it.
    options.signal?.throwIfAborted();
    await settleFailed(ctx, budget, { callId, usage: null, reason: 'unexpected' });
    throw error;
  }
}

interface Conclusion {
  readonly budget: ModelBudget;
  readonly callId: string;
  readonly old: ReplaceableDraft;
  readonly input: DraftEvidence & DraftForm;
  readonly arrangement: Arrangement;
}

/** Stores the draft with what it took, or why it is not stored, in one transaction. */
async function conclude(
  ctx: LanguageModelContext,
  { budget, callId, old, input, arrangement }: Conclusion,
): Promise<ModelDraftResult> {
  const { draft, usage } = arrangement;
  return withTransaction(ctx, async (ctx) => {
    const fail = async (reason: ModelCallFailure): Promise<ModelDraftResult> => {
      await appendAudit(ctx, [await settleCall(ctx, budget, { callId, usage, reason })]);
      return { status: 'failed', reason };
    };
    if (draft === null) return fail(arrangement.reason);
    // Whoever edits or submits takes the same lock first.
    await ctx.db
      .updateTable('post')
      .set({ state: 'IN_DRAFT' })
      .where('id', '=', old.postId)
      .where('state', '=', 'IN_DRAFT')
      .execute();
    const current = await findReplaceable(ctx, old.postId);
    if (current?.draftId !== old.draftId) return fail('overtaken');
    const checked = await gateAgain(draft, await reloadEvidence(ctx, input));
    if (checked === null) return fail('sources_changed');
    const { postId, claimId } = old;
    const { draftId, entry } = await storeDraft(ctx, { postId, claimId, draft: checked });
    const settled = await settleCall(ctx, budget, { callId, usage, reason: null, draftId });
    await appendAudit(ctx, [entry, settled]);
    return { status: 'stored', draftId };
  });
}

/** The draft as its sources carry it now, with everything that was dropped on the way. */
async function gateAgain(
  draft: PreparedDraft,
  evidence: DraftEvidence & DraftForm,
): Promise<PreparedDraft | null> {
  const checked = await gated({ ...draft, ...evidence });
  if (checked === null) return null;
  const dropped = [...draft.gate.dropped, ...checked.gate.dropped];
  return { ...checked, gate: { ...checked.gate, dropped } };
}
