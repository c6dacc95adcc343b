import { readPrompt } from '#ai/prompt-file.ts';
import type { ChatRequest } from '#ai/ports.ts';
import { createScriptedChat, type ScriptedChat } from '#ai/scripted-chat.ts';
import { claimsTask, draftTask, type LanguageModel } from '#drafting/index.ts';

export const draftPrompt = await readPrompt(draftTask);
export const claimsPrompt = await readPrompt(claimsTask);

/** What a request shows between its two marked lines. */
export interface ShownData {
  readonly claim: string;
  readonly passages: ReadonlyArray<{ readonly id: string; readonly text: string }>;
  readonly claims: ReadonlyArray<{ readonly id: string; readonly text: string }>;
}

export function shownData(request: Pick<ChatRequest<unknown>, 'user'>): ShownData {
  return JSON.parse(request.user.split('\n')[1] ?? '') as ShownData;
}

/** A model that arranges the first sentence of the first passage as a whole rebuttal. */
export function quotingChat(before?: () => Promise<void> | void): ScriptedChat {
  return createScriptedChat(async (request) => {
    await before?.();
    const [first] = shownData(request).passages;
    const quote = (first?.text ?? '').split('\n').find((line) => line.endsWith('.')) ?? '';
    const said = { passage_id: first?.id ?? '', quote };
    return {
      headline: said,
      sentences: ['FACT', 'WHY', 'FACT'].map((role) => ({ role, connecting: '', ...said })),
    };
  });
}

export function languageModel(
  chat: ScriptedChat,
  changes: Partial<LanguageModel['budget']> = {},
): LanguageModel {
  return {
    drafter: { chat, prompt: draftPrompt, tokensPerDraft: 12_000 },
    claims: { chat, prompt: claimsPrompt },
    budget: {
      tokensPerDay: 1_000_000,
      costPerDay: null,
      inputPrice: 0,
      outputPrice: 0,
      ...changes,
    },
  };
}
