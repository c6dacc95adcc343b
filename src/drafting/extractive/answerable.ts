import { shortenMyth } from './myth.ts';
import { type RankedQuote, rankQuotes } from './rank-quotes.ts';
import type { DraftSentence, SourcePassage } from '../types.ts';

export interface ExtractiveDraft {
  readonly headline: DraftSentence;
  readonly sentences: readonly DraftSentence[];
}

/** A claim with what may be quoted to it; dear to make, so made once for all forms of a draft. */
export interface AnswerableClaim {
  readonly text: string;
  /** What is repeated of it. */
  readonly myth: string;
  /** Best first; at least one. */
  readonly quotes: readonly [RankedQuote, ...RankedQuote[]];
}

/** Null when nothing of the claim is left to repeat, or nothing of the sources can be quoted. */
export function answerable(
  claimText: string,
  sources: readonly SourcePassage[],
): AnswerableClaim | null {
  const [best, ...others] = rankQuotes(claimText, sources);
  if (best === undefined) return null;
  const myth = shortenMyth(claimText, undefined, best.differs);
  return myth === '' ? null : { text: claimText, myth, quotes: [best, ...others] };
}
