import { checkabilityScore, checkabilityThresholds } from './checkability-model.ts';
import { statementInQuestion } from './checkability-question.ts';
import { applyRules, type Checkability, type CheckabilityInput } from './checkability-rules.ts';
import { withoutSource } from './checkability-source.ts';

export type { Checkability } from './checkability-rules.ts';

/** Languages the classifier was fitted on; `und` are mostly short mixtures of them. */
const SCORED_LANGUAGES = new Set(['vi', 'en', 'und']);

/** Log-odds that a claim is factual: from `pass` on the rules are believed, from `sure` on their doubts are not. */
export interface CheckabilityThresholds {
  readonly pass: number;
  readonly sure: number;
}

/** A ruling, and how sure the classifier is of it. */
export interface ClaimJudgement extends Checkability {
  /**
   * Log-odds that the claim is a statement of fact, less where the rules doubt it; at least `pass` for a
   * checkable one. Null where the rules decide alone.
   */
  readonly odds: number | null;
}

/**
 * Whether a claim says something that a source could show to be wrong. Opinion, criticism, prayer,
 * satire, questions and predictions are never checkable; in doubt a claim is not checkable, since
 * answering legitimate criticism is the worst error there is. Rules decide first; what they let through
 * must also read like a statement of fact to a classifier fitted on written examples. What reads like one
 * is judged once more when its vector is known (`drafting/statement-odds.ts`).
 */
export function assessCheckability(claim: CheckabilityInput): ClaimJudgement {
  return assessWith(claim, checkabilityScore, checkabilityThresholds);
}

/** Kind and reason of a claim that the classifier takes for opinion. */
export const opinion: Checkability = {
  kind: 'opinion',
  checkable: false,
  reasons: ['reads_like_opinion'],
};

/** What the writer puts forward as so, without a question around it or the source in front or behind. */
export function assertedText(text: string): string {
  return withoutSource(statementInQuestion(text) ?? text);
}

/** `assessCheckability` with another score, for fitting. */
export function assessWith(
  claim: CheckabilityInput,
  score: (claim: CheckabilityInput) => number,
  { pass, sure }: CheckabilityThresholds,
): ClaimJudgement {
  const told = { ...claim, text: assertedText(claim.text) };
  const { unsure, ...ruling } = applyRules(told);
  if (!SCORED_LANGUAGES.has(claim.language) || (!ruling.checkable && !unsure)) {
    return { ...ruling, odds: null };
  }
  const odds = score(told) - (unsure ? sure - pass : 0);
  if (ruling.checkable) return odds < pass ? { ...opinion, odds } : { ...ruling, odds };
  if (odds < pass) return { ...ruling, odds };
  return { kind: 'factual', checkable: true, reasons: ['statement'], odds };
}
