import type { Evidence } from './evidence.ts';
import type { GateFailure } from './gate-failures.ts';
import { checkSentence, type GateClaim } from './gate-sentence.ts';
import { refersBack } from './refers-back.ts';
import type { DraftSentence } from '../types.ts';

export interface GateInput extends Evidence {
  readonly headline: DraftSentence;
  readonly sentences: readonly DraftSentence[];
  /** The claims the draft answers. */
  readonly claims: readonly GateClaim[];
}

/** Why a draft as a whole may not be offered. */
export type GateReason =
  | 'no_claim'
  | 'answers_opinion'
  | 'headline_dropped'
  | 'first_not_fact'
  | 'last_not_fact'
  | 'not_one_myth'
  | 'myth_without_warning'
  | 'no_why'
  | 'too_few_facts';

export interface DroppedSentence {
  readonly sentence: DraftSentence;
  readonly failures: readonly GateFailure[];
}

export interface GateResult {
  /** What may stay, in order, without the headline. */
  readonly kept: readonly DraftSentence[];
  readonly dropped: readonly DroppedSentence[];
  /** True when headline and structure stand; a draft is offered, stored or approved only then. */
  readonly ok: boolean;
  readonly reasons: readonly GateReason[];
}

/** Drops every sentence its sources do not carry and tells whether what is left is still a rebuttal. */
export function gateDraft(input: GateInput): GateResult {
  const { claims, headline, sentences } = input;
  const kept: DraftSentence[] = [];
  const dropped: DroppedSentence[] = [];
  const headlineFailures = checkSentence(headline, input, claims);
  const headlineStands = headlineFailures.length === 0 && headline.role === 'FACT';
  if (!headlineStands) dropped.push({ sentence: headline, failures: headlineFailures });
  for (const sentence of sentences) {
    const failures = isSame(sentence, headline)
      ? [...headlineFailures]
      : refersBack(sentence, kept)
        ? []
        : checkSentence(sentence, input, claims);
    const secondMyth = sentence.role === 'MYTH' && kept.some(({ role }) => role === 'MYTH');
    if (secondMyth) failures.push('restates_myth');
    if (failures.length === 0) kept.push(sentence);
    else dropped.push({ sentence, failures });
  }
  const reasons = checkStructure(kept);
  if (!headlineStands) reasons.unshift('headline_dropped');
  if (claims.length === 0) reasons.unshift('no_claim');
  if (claims.some(({ checkable }) => !checkable)) reasons.unshift('answers_opinion');
  return { kept, dropped, ok: reasons.length === 0, reasons };
}

/** The first sentence mostly is the headline once more: it need not be read twice. */
function isSame(a: DraftSentence, b: DraftSentence): boolean {
  const sameText = a.role === b.role && a.text === b.text;
  return (
    sameText &&
    a.citations.length === b.citations.length &&
    a.citations.every((citation, index) => citation === b.citations[index])
  );
}

function checkStructure(sentences: readonly DraftSentence[]): GateReason[] {
  const roles = sentences.map(({ role }) => role);
  const count = (role: DraftSentence['role']): number =>
    roles.filter((each) => each === role).length;
  const reasons: GateReason[] = [];
  if (roles[0] !== 'FACT') reasons.push('first_not_fact');
  if (roles.at(-1) !== 'FACT') reasons.push('last_not_fact');
  if (count('MYTH') !== 1) reasons.push('not_one_myth');
  if (roles.some((role, index) => role === 'MYTH' && roles[index - 1] !== 'WARNING')) {
    reasons.push('myth_without_warning');
  }
  if (count('WHY') === 0) reasons.push('no_why');
  if (count('FACT') <= count('MYTH')) reasons.push('too_few_facts');
  return reasons;
}
