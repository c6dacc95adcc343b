import type { EvaluationSummary, MeasuredValue } from '#db/schema/index.ts';
import type { EvalRun } from './run-format.ts';

/** Measures of abstention in the order people read them; each 0 to 1. */
export const abstentionMeasures = [
  'ece',
  'brier',
  'aurc',
  'coverageAt5',
  'aurocHeldOut',
  'aurocUnanswerable',
] as const;

/** What lists of runs show: every measure of every arm with its 95 % interval, and abstention. */
export function summariseRun(run: EvalRun): EvaluationSummary {
  const { abstention } = run;
  return {
    queries: run.queries.length,
    answerable: run.queries.filter((query) => query.answerable).length,
    documents: run.documents,
    passages: run.passages,
    arms: Object.fromEntries(
      run.arms.map((arm) => [
        arm,
        Object.fromEntries(
          Object.entries(run.values[arm] ?? {}).map(([name, value]): [string, MeasuredValue] => [
            name,
            { value, ...(run.intervals[arm]?.[name] ?? { low: null, high: null }) },
          ]),
        ),
      ]),
    ),
    abstention: Object.fromEntries(
      abstentionMeasures.map((name): [string, MeasuredValue] => [
        name,
        {
          value: abstention[name],
          ...(abstention.intervals[name] ?? { low: null, high: null }),
        },
      ]),
    ),
  };
}
