import { quotesFor } from '../extractive/quotes.ts';
import type { DraftSentence, SourcePassage } from '../types.ts';

/** A quote must be at least this much as relevant to the claim as the best one of the passages shown. */
const leastOfBest = 0.5;

/**
 * A sentence with a quote that does not speak to the claim as the best quotes of `sources` do; null when
 * there is none. A model that was talked into quoting something else, even something true and in force,
 * has not answered the claim.
 */
export function findStrayQuote(
  sentences: readonly DraftSentence[],
  sources: readonly SourcePassage[],
  claimText: string,
): DraftSentence | null {
  const spans = sources.flatMap(quotesFor(claimText));
  const least = leastOfBest * Math.max(0, ...spans.map(({ relevance }) => relevance));
  const speaks = (citation: DraftSentence['citations'][number]): boolean =>
    spans.some(
      ({ citation: span, relevance }) =>
        relevance > 0 &&
        relevance >= least &&
        span.passageId === citation.passageId &&
        span.start <= citation.start &&
        citation.end <= span.end,
    );
  return sentences.find(({ citations }) => !citations.every(speaks)) ?? null;
}
