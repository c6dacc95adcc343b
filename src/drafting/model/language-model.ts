import type { ChatModel } from '#ai/ports.ts';
import type { Prompt } from '#ai/prompt-file.ts';
import type { DbContext } from '#db/context.ts';
import type { ModelDrafter } from './arrange-with-model.ts';

/** What requests of one day may take; prices are of a million tokens, in any one currency. */
export interface ModelBudget {
  readonly tokensPerDay: number;
  /** Null: no limit. */
  readonly costPerDay: number | null;
  readonly inputPrice: number;
  readonly outputPrice: number;
}

export interface ClaimProposer {
  readonly chat: ChatModel;
  readonly prompt: Prompt;
}

/** What a language model is asked for; a task that is off is null. */
export interface LanguageModel {
  readonly drafter: ModelDrafter | null;
  readonly claims: ClaimProposer | null;
  readonly budget: ModelBudget;
}

export interface LanguageModelContext extends DbContext {
  /** Null: nothing is asked of any. */
  readonly languageModel: LanguageModel | null;
}
