import { z } from 'zod';
import { estimateTokens } from '#ai/estimate-tokens.ts';
import type { Prompt } from '#ai/prompt-file.ts';
import { randomMark, renderPrompt } from '#ai/render-prompt.ts';
import { sliceCodePoints } from '#language/code-points.ts';
import type { DraftEvidence, DraftForm } from '../prepare-draft.ts';
import type { SourcePassage } from '../types.ts';
import { draftTask } from './draft-task.ts';

/** Code points of a claim that are sent; it may be endless. */
const longestClaim = 2000;
const schemaTokens = estimateTokens(JSON.stringify(z.toJSONSchema(draftTask.schema)));

/** What one request for a draft will say and may take. */
export interface DraftPlan {
  readonly system: string;
  readonly user: string;
  readonly temperature: number;
  /** Of the answer. */
  readonly maxTokens: number;
  /** Of request and answer together, estimated upwards. */
  readonly inputTokens: number;
  /** What was shown, by the random ids it was shown with. */
  readonly shown: ReadonlyMap<string, SourcePassage>;
}

/**
 * The request that asks to arrange quotes out of `sources`: best first, each whole passage that still
 * fits into `tokensPerDraft` with the answer. Null when none fits, or there is none.
 */
export function planDraft(
  { prompt, tokensPerDraft }: { readonly prompt: Prompt; readonly tokensPerDraft: number },
  input: DraftEvidence & DraftForm,
): DraftPlan | null {
  const { temperature, max_tokens: maxTokens } = parametersOf(prompt);
  const { language, audience, length } = input;
  const claim = sliceCodePoints(input.claim.text, 0, longestClaim);
  const values = { language, audience, length, claim };
  const bare = renderPrompt(prompt, { ...values, passages: [] });
  let inputTokens = estimateTokens(bare.system + bare.user) + schemaTokens;
  const shown = new Map<string, SourcePassage>();
  const passages: Array<{ id: string; text: string }> = [];
  for (const source of input.sources) {
    // Random per request, so that no text can name a passage.
    const passage = { id: randomMark(), text: source.text };
    const more = estimateTokens(`${JSON.stringify(passage)},`);
    if (inputTokens + more + maxTokens > tokensPerDraft) continue;
    inputTokens += more;
    passages.push(passage);
    shown.set(passage.id, source);
  }
  if (shown.size === 0) return null;
  return {
    ...renderPrompt(prompt, { ...values, passages }),
    temperature,
    maxTokens,
    inputTokens,
    shown,
  };
}

/** @throws TypeError for a prompt without parameters, which no prompt that is read for drafting is. */
export function parametersOf({ parameters, task }: Prompt): NonNullable<Prompt['parameters']> {
  if (parameters === null) throw new TypeError(`prompt ${task} has no parameters`);
  return parameters;
}
