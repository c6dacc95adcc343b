import type { Agreement } from '#language/agreement.ts';
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
    items.map((item) => spellingIn(query, item));
  return {
    phrases: sharedPhrases(query, passage),
    numbers: spelled(agreed.numbersShared),
    names: spelled(agreed.namesShared),
    missing: spelled([...agreed.numbersMissing, ...agreed.namesMissing]),
  };
}

/** The words of the query that fold to `item`; `item` itself where they are written otherwise. */
function spellingIn({ words }: QueryProfile, item: string): string {
  const size = item.split(' ').length;
  const run = (at: number) => words.slice(at, at + size);
  const found = words.findIndex(
    (_, at) =>
      run(at)
        .map(({ folded }) => folded)
        .join(' ') === item,
  );
  return found < 0
    ? item
    : run(found)
        .map(({ bare }) => bare)
        .join(' ');
}
