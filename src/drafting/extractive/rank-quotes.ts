import { valueConflictsOf } from '../conflicts/value-conflicts.ts';
import { speaksOfOther } from './other-document.ts';
import { quotesFor } from './quotes.ts';
import type { Quote } from './write-sentence.ts';
import type { SourcePassage } from '../types.ts';

/** Only the best quotes are compared value by value with the claim, which takes most of the time. */
const COMPARED = 6;
/** Nor is one compared that is this much less relevant than the best: it speaks of something else. */
const COMPARED_FROM = 0.4;
/** Nor when this many are known to answer: a draft needs no more. */
const ENOUGH = 4;
/** What the likeness of a sentence about another document counts: two decrees read much alike. */
const OF_OTHER = 0.4;

export interface RankedQuote extends Quote {
  /** 0 (nothing shared) to 1 (same terms). */
  readonly relevance: number;
  /** Relevance less what a passage further down loses. */
  readonly score: number;
  /** Gives another number, date or negation than the claim. */
  readonly answers: boolean;
  /** The words of the claim that it gives another value for; null when it does not. */
  readonly differs: string | null;
}

/**
 * The quotes of passages (best first): those that give another value than the claim go first, then by
 * relevance and rank of the passage.
 */
export function rankQuotes(claimText: string, sources: readonly SourcePassage[]): RankedQuote[] {
  const conflictsWith = valueConflictsOf(claimText);
  const pick = quotesFor(claimText);
  const isOther = speaksOfOther(claimText);
  const ranked = sources
    .flatMap((source, position) =>
      pick(source).map(({ citation, relevance: alike }) => {
        const relevance = isOther(citation.quote) ? alike * OF_OTHER : alike;
        return {
          source,
          citation,
          relevance,
          answers: false,
          differs: null,
          // Matching already put the best passage first; a later one must be clearly closer to win.
          score: relevance / (1 + 0.15 * position),
        };
      }),
    )
    .sort((a, b) => b.score - a.score);
  const least = (ranked[0]?.relevance ?? 0) * COMPARED_FROM;
  const answering = new Map<object, string | null>();
  for (const candidate of ranked.slice(0, COMPARED)) {
    if (answering.size >= ENOUGH) break;
    if (candidate.relevance < least || isOther(candidate.citation.quote)) continue;
    const [conflict] = conflictsWith(candidate.citation.quote);
    if (conflict !== undefined) answering.set(candidate, conflict.claim.text);
  }
  return ranked
    .map((candidate) => ({
      ...candidate,
      answers: answering.has(candidate),
      differs: answering.get(candidate) ?? null,
    }))
    .sort((a, b) => Number(b.answers) - Number(a.answers));
}
