import type { Arm, FoundQuery } from './run-format.ts';

const queriesShown = 20;

/** The answerable queries whose best right document stands lowest in an arm's ranking, not found at all first. */
export function worstQueries(
  queries: readonly FoundQuery[],
  { count = queriesShown, arm = 'fused' }: { count?: number; arm?: Arm } = {},
): FoundQuery[] {
  return queries
    .filter((query) => query.answerable)
    .map((query) => ({ query, rank: bestRank(query, arm) ?? Number.POSITIVE_INFINITY }))
    .filter(({ rank }) => rank > 1)
    .toSorted((a, b) => (a.rank === b.rank ? 0 : b.rank - a.rank))
    .slice(0, count)
    .map(({ query }) => query);
}

/** Place of the best relevant document, from 1; null where the arm found none. */
export function bestRank(query: FoundQuery, arm: Arm): number | null {
  const ranks = query.relevant.flatMap(({ ranks }) => ranks[arm] ?? []);
  return ranks.length === 0 ? null : Math.min(...ranks);
}
