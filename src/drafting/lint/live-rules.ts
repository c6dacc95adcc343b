import type { StoredFinding } from '#db/schema/index.ts';
import { findingOf, type Found, ruleNumber } from './lint-codes.ts';
import type { AnsweredPost } from './lint-input.ts';

interface LiveState {
  readonly response: AnsweredPost['response'];
  readonly reviewBy: string | null;
  /** YYYY-MM-DD. */
  readonly asOf: string;
}

const LIVE_RULES: ReadonlySet<string> = new Set(['R1', 'R10']);
// RESIST 2 has a response looked at again; beyond two years nobody remembers why it was given.
const REVIEW_WITHIN_YEARS = 2;

/** R1 and R10: what other decisions and the day decide, whatever the draft says. */
export function liveFindings({ response, reviewBy, asOf }: LiveState): Found[] {
  const found: Found[] = [];
  if (response !== 'respond' && response !== undefined) {
    found.push({ code: 'no_response_decision', sentence: null });
  }
  if (reviewBy === null) found.push({ code: 'no_review_by', sentence: null });
  else if (reviewBy <= asOf) {
    found.push({ code: 'review_by_past', sentence: null, values: [reviewBy] });
  } else if (reviewBy > yearsAfter(asOf, REVIEW_WITHIN_YEARS)) {
    found.push({ code: 'review_by_far', sentence: null, values: [reviewBy] });
  }
  return found;
}

/**
 * Stored findings with R1 and R10 held against how things stand now: a decision to respond made after
 * the draft was stored counts, and so does a day that has come since.
 */
export function currentFindings(
  stored: readonly StoredFinding[],
  state: LiveState,
): StoredFinding[] {
  return [
    ...liveFindings(state).map(findingOf),
    ...stored.filter(({ rule }) => !LIVE_RULES.has(rule)),
  ].sort((a, b) => ruleNumber(a) - ruleNumber(b));
}

/**
 * Whether a finding blocks this revision for good. R1 does not: it ends with a decision, not with
 * another wording, so `submitDraft` asks for that decision itself.
 */
export function blocksRevision({ rule, severity }: StoredFinding): boolean {
  return severity === 'H' && !LIVE_RULES.has(rule);
}

/** The same day some years later; 29 February becomes 1 March in text order. */
function yearsAfter(day: string, years: number): string {
  return `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
}
