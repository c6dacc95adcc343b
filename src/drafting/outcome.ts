/** Why an outcome was suggested; a closed list the user interface has words for. */
export type OutcomeReason =
  | 'not_checkable'
  | 'too_short'
  | 'no_match'
  | 'below_threshold'
  | 'confident_match'
  | 'values_conflict'
  | 'values_agree';

export interface OutcomeInput {
  readonly checkable: boolean;
  /** The claim's kind; an opinion, question or prediction is never checked, whatever the flag says. */
  readonly kind: string;
  readonly claimTermCount: number;
  /** One entry per matched passage: calibrated probability 0–1 and what comparing it suggests. */
  readonly matches: ReadonlyArray<{
    readonly probability: number;
    readonly suggestion: 'CONTRADICTED' | 'CONSISTENT' | null;
  }>;
  /** Probability a match must reach to count. */
  readonly threshold: number;
}

export interface OutcomeSuggestion {
  readonly outcome: 'RELATED' | 'NO_POSITION' | 'NOT_CHECKABLE';
  /** Shown to the person who decides; it never becomes the outcome by itself. */
  readonly suggestion: 'CONTRADICTED' | 'CONSISTENT' | null;
  readonly reasons: readonly OutcomeReason[];
}

/** Fewer terms than this say too little to be matched without a person. */
const FEWEST_TERMS = 4;

/** Suggests a claim's outcome from its matches; only a person can set `CONTRADICTED` or `CONSISTENT`. */
export function suggestOutcome(input: OutcomeInput): OutcomeSuggestion {
  if (input.kind === 'too_short') return noPosition('too_short');
  if (!input.checkable || input.kind !== 'factual') {
    return { outcome: 'NOT_CHECKABLE', suggestion: null, reasons: ['not_checkable'] };
  }
  if (input.claimTermCount < FEWEST_TERMS) return noPosition('too_short');
  if (input.matches.length === 0) return noPosition('no_match');
  // Written so that a NaN probability counts as not confident.
  const confident = input.matches.filter(({ probability }) => probability >= input.threshold);
  if (confident.length === 0) return noPosition('below_threshold');
  const contradicted = confident.some(({ suggestion }) => suggestion === 'CONTRADICTED');
  const consistent = confident.some(({ suggestion }) => suggestion === 'CONSISTENT');
  const reasons: OutcomeReason[] = ['confident_match'];
  if (contradicted) reasons.push('values_conflict');
  if (consistent) reasons.push('values_agree');
  // Where one passage backs the claim and another differs, a person reads both without a hint.
  if (contradicted === consistent) return { outcome: 'RELATED', suggestion: null, reasons };
  return { outcome: 'RELATED', suggestion: contradicted ? 'CONTRADICTED' : 'CONSISTENT', reasons };
}

function noPosition(reason: OutcomeReason): OutcomeSuggestion {
  return { outcome: 'NO_POSITION', suggestion: null, reasons: [reason] };
}
