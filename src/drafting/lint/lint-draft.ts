import type { StoredFinding } from '#db/schema/index.ts';
import type { GateResult } from '../gate/gate.ts';
import type { DraftSentence } from '../types.ts';

/** Version of the rules; a draft keeps the one it was held to. */
export const linterVersion = '1';

export interface LintInput {
  readonly headline: DraftSentence;
  readonly sentences: readonly DraftSentence[];
  readonly claim: { readonly text: string; readonly checkable: boolean };
  readonly reviewBy: string | null;
  readonly noAlternative: boolean;
  readonly gate: GateResult;
}

/** What the ten rebuttal rules find in a draft, in order of the rules. Pure. */
export function lintDraft(_input: LintInput): StoredFinding[] {
  return [];
}
