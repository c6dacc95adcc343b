import type { Agreement } from '#language/agreement.ts';
import { fold } from '#language/fold.ts';
import type { PassageProfile, QueryProfile } from './features.ts';
import { sharedPhrases } from './shared-phrases.ts';

/** Why a passage was found, in the claim's own spelling; each list possibly empty. */
export interface MatchReasons {
  /** Runs of words both have, heaviest first. */
  readonly phrases: readonly string[];
  /** Numbers and dates of the claim that the passage has too. */
  readonly numbers: readonly string[];
  readonly names: readonly string[];
  /** Numbers, dates and names of the claim that the passage does not have. */
  readonly missing: readonly string[];
}

/** In the words of the query as it was searched; `agreed` is what `agreement` found between the two. */
export function explainMatch(
  query: QueryProfile,
  passage: PassageProfile,
  agreed: Agreement,
): MatchReasons {
  const spelled = (items: readonly string[]): string[] =>
    items.map((item) => spellingIn(query.text, item));
  return {
    phrases: sharedPhrases(query, passage),
    numbers: spelled(agreed.numbersShared),
    names: spelled(agreed.namesShared),
    missing: spelled([...agreed.numbersMissing, ...agreed.namesMissing]),
  };
}

/** The words of the claim that fold to `item`; `item` itself where they are written otherwise. */
function spellingIn(claim: string, item: string): string {
  const words = claim.split(/\s+/u).map((word) => word.replace(edges, ''));
  const size = item.split(' ').length;
  const found = words.findIndex((_, at) => fold(words.slice(at, at + size).join(' ')) === item);
  return found < 0 ? item : words.slice(found, found + size).join(' ');
}

const edges = /^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}%]+$/gu;
