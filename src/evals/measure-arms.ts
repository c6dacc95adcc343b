import {
  type Arm,
  bootstrapInterval,
  type EvalRun,
  type FoundQuery,
  mean,
  type MetricName,
  metricNames,
  perQuery,
} from '#evaluations/index.ts';

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
