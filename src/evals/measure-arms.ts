import { bootstrapInterval } from './bootstrap.ts';
import { mean, type MetricName, metricNames, rankingMetrics } from './metrics.ts';
import type { Arm } from './rank-query.ts';
import type { EvalRun, FoundQuery } from './run-file.ts';
import { judgedRanking } from './search-judged.ts';

/** One measure of every query, in their order; queries without a relevant document are left out before. */
export function perQuery(queries: readonly FoundQuery[], arm: Arm, metric: MetricName): number[] {
  return queries.map((query) => rankingMetrics[metric](judgedRanking(query, arm)));
}

/** Every measure of every arm with its 95 % bootstrap interval over queries. */
export function measureArms(
  queries: readonly FoundQuery[],
  arms: readonly Arm[],
  metrics: readonly MetricName[] = metricNames,
): Pick<EvalRun, 'values' | 'intervals'> {
  const values: EvalRun['values'] = {};
  const intervals: EvalRun['intervals'] = {};
  for (const arm of arms) {
    const scores = metrics.map((metric) => [metric, perQuery(queries, arm, metric)] as const);
    values[arm] = Object.fromEntries(scores.map(([metric, of]) => [metric, measured(mean(of))]));
    intervals[arm] = Object.fromEntries(
      scores.map(([metric, of]) => {
        const { low, high } = bootstrapInterval(of, mean);
        return [metric, { low: measured(low), high: measured(high) }];
      }),
    );
  }
  return { values, intervals };
}

/** Four digits after the point, more would be noise; null for what could not be measured. */
export function measured(value: number): number | null {
  return Number.isFinite(value) ? Math.round(value * 10_000) / 10_000 : null;
}
