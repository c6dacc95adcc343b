import { type JudgedRanking, type MetricName, rankingMetrics } from './metrics.ts';
import type { Arm, FoundQuery } from './run-format.ts';

/** One measure of every query, in their order; queries without a relevant document are left out before. */
export function perQuery(queries: readonly FoundQuery[], arm: Arm, metric: MetricName): number[] {
  return queries.map((query) => rankingMetrics[metric](judgedRanking(query, arm)));
}

/** One arm's result as the measures want it: the places between the relevant documents hold strangers. */
export function judgedRanking(query: FoundQuery, arm: Arm): JudgedRanking {
  const ranking: string[] = [];
  for (const { id, ranks } of query.relevant) {
    const rank = ranks[arm];
    if (rank !== null) ranking[rank - 1] = id;
  }
  return {
    ranking: Array.from(ranking, (id) => id ?? ''),
    relevant: new Map(query.relevant.map(({ id, grade }) => [id, grade])),
  };
}
