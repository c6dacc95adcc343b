import type { PassageProfile, QueryProfile } from './features.ts';

/** Phrases lighter than this share of the query's heaviest term are small words that agree with anything. */
const lightest = 0.5;
const mostPhrases = 6;

/**
 * The runs of a claim's words that the passage has in the same order, heaviest first, at most six: what
 * a reviewer is told the passage was found for. As the claim spells them, without punctuation around.
 */
export function sharedPhrases(query: QueryProfile, passage: PassageProfile): string[] {
  const pairs = new Set(
    passage.sequence.slice(1).map((term, index) => `${passage.sequence[index]} ${term}`),
  );
  const heaviest = Math.max(0, ...query.weights.values());
  const known = new Set([...passage.sequence, ...passage.titleTerms]);
  const runs: Array<{ words: string[]; weight: number; last: string }> = [];
  let open: (typeof runs)[number] | null = null;
  for (const { text: word, terms, marked } of query.words) {
    const [first] = terms;
    const last = terms.at(-1);
    if (
      first === undefined ||
      last === undefined ||
      !terms.every((term) => known.has(term)) ||
      // A word with marks that the passage has only with other ones ("nói" beside "Nội").
      marked.some((part) => !passage.marked.has(part))
    ) {
      open = null;
      continue;
    }
    const weight = terms.reduce((sum, term) => sum + (query.weights.get(term) ?? 0), 0);
    if (open === null || !pairs.has(`${open.last} ${first}`)) {
      open = { words: [], weight: 0, last };
      runs.push(open);
    }
    open.words.push(word);
    open.weight += weight;
    open.last = last;
  }
  const phrases = runs
    .filter(({ weight }) => weight >= lightest * heaviest)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ words }) => words.join(' ').replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, ''));
  return [...new Set(phrases)].slice(0, mostPhrases);
}
