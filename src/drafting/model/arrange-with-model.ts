import { EndpointError, type EndpointFailure } from '#ai/endpoint-error.ts';
import type { ChatModel, ChatUsage } from '#ai/ports.ts';
import type { Prompt } from '#ai/prompt-file.ts';
import { promptName } from '#ai/render-prompt.ts';
import type { ModelUse } from '#db/schema/index.ts';
import {
  type DraftEvidence,
  type DraftForm,
  gated,
  preferLanguage,
  type PreparedDraft,
} from '../prepare-draft.ts';
import { assembleDraft } from './assemble-draft.ts';
import { type ArrangedQuotes, draftTask } from './draft-task.ts';
import { findStrayQuote } from './find-stray-quote.ts';
import type { ModelCallFailure } from './model-call-failure.ts';
import { type DraftPlan, parametersOf, planDraft } from './plan-draft.ts';

/** A language model that arranges quotes, and what it is told. */
export interface ModelDrafter {
  readonly chat: ChatModel;
  readonly prompt: Prompt;
  /** Tokens that request and answer may take together. */
  readonly tokensPerDraft: number;
}

/** Why a model's draft is not there; the extractive one stands. */
export type ArrangementFailure =
  | EndpointFailure
  | Extract<
      ModelCallFailure,
      | 'no_sources'
      | 'over_draft_budget'
      | 'over_length'
      | 'nothing_arranged'
      | 'gate_refused'
      | 'stray_quote'
      | 'unexpected'
    >;

export type Arrangement =
  | { readonly draft: PreparedDraft; readonly reason: null; readonly usage: ChatUsage | null }
  | {
      readonly draft: null;
      readonly reason: ArrangementFailure;
      /** Null: no whole answer came. */
      readonly usage: ChatUsage | null;
    };

/**
 * Asks a language model to arrange quotes out of `sources` (best first; those in the draft's own language
 * when there are any) and lets the gate judge the result. Never throws for what the model or its endpoint
 * does. @throws only what `signal` was aborted with.
 */
export async function arrangeWithModel(
  drafter: ModelDrafter,
  input: DraftEvidence & DraftForm,
  options: { signal?: AbortSignal | undefined } = {},
): Promise<Arrangement> {
  const quotable = { ...input, sources: preferLanguage(input.sources, input.language) };
  if (quotable.sources.length === 0) return { draft: null, reason: 'no_sources', usage: null };
  const plan = planDraft(drafter, quotable);
  if (plan === null) return { draft: null, reason: 'over_draft_budget', usage: null };
  return arrangePlanned(drafter, plan, quotable, options);
}

/** `arrangeWithModel` with a request that is already made; `input` is what it was made of. */
export async function arrangePlanned(
  drafter: Pick<ModelDrafter, 'chat' | 'prompt'>,
  plan: DraftPlan,
  input: DraftEvidence & DraftForm,
  options: { signal?: AbortSignal | undefined } = {},
): Promise<Arrangement> {
  let usage: ChatUsage | null = null;
  let answer: ArrangedQuotes;
  try {
    answer = await drafter.chat.complete({
      system: plan.system,
      user: plan.user,
      schema: draftTask.schema,
      schemaName: draftTask.schemaName,
      maxTokens: plan.maxTokens,
      temperature: plan.temperature,
      signal: options.signal,
      onUsage: (taken) => {
        usage = taken;
      },
    });
  } catch (error) {
    options.signal?.throwIfAborted();
    const reason = error instanceof EndpointError ? error.reason : 'unexpected';
    return { draft: null, reason, usage };
  }
  if (answer.sentences.length === 0) return { draft: null, reason: 'nothing_arranged', usage };
  const assembled = assembleDraft(answer, plan.shown, input);
  if (assembled === null) return { draft: null, reason: 'over_length', usage };
  const draft = await gated({
    ...input,
    ...assembled,
    drafter: 'model',
    model: modelUse(drafter),
  });
  if (draft === null) return { draft: null, reason: 'gate_refused', usage };
  const sentences = [draft.headline, ...draft.sentences];
  return findStrayQuote(sentences, input.sources, input.claim.text) === null
    ? { draft, reason: null, usage }
    : { draft: null, reason: 'stray_quote', usage };
}

/** What is stored with whatever a model made. */
export function modelUse({ chat, prompt }: Pick<ModelDrafter, 'chat' | 'prompt'>): ModelUse {
  return {
    model: chat.info.name,
    prompt: promptName(prompt),
    prompt_sha256: prompt.sha256,
    parameters: { ...parametersOf(prompt) },
  };
}
