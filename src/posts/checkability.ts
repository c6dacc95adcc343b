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

/**
 * Whether a claim says something that a source could show to be wrong. Opinion, criticism, prayer,
 * satire, questions and predictions are never checkable; in doubt a claim is not checkable, since
 * answering legitimate criticism is the worst error there is. Rules decide first; what they let through
 * must also read like a statement of fact to a classifier fitted on written examples.
 */
export function assessCheckability(claim: CheckabilityInput): Checkability {
  return assessWith(claim, checkabilityScore, checkabilityThresholds);
}

/** What the writer puts forward as so, without a question around it or the source in front or behind. */
export function assertedText(text: string): string {
  return withoutSource(statementInQuestion(text) ?? text);
}

/** `assessCheckability` with another score, for fitting. */
export function assessWith(
  claim: CheckabilityInput,
  score: (claim: CheckabilityInput) => number,
  { pass, sure }: CheckabilityThresholds,
): Checkability {
  const told = { ...claim, text: assertedText(claim.text) };
  const { unsure, ...ruling } = applyRules(told);
  if (!SCORED_LANGUAGES.has(claim.language) || (!ruling.checkable && !unsure)) return ruling;
  const odds = score(told);
  if (ruling.checkable && odds < pass) {
    return { kind: 'opinion', checkable: false, reasons: ['reads_like_opinion'] };
  }
  if (unsure && odds >= sure) return { kind: 'factual', checkable: true, reasons: ['statement'] };
  return ruling;
}
