import { ValidationError } from '#platform/errors.ts';
import { mean, type MetricName } from './metrics.ts';
import { type PairedResult, pairedTest } from './paired-test.ts';
import { perQuery } from './per-query.ts';
import type { Arm, EvalRun } from './run-format.ts';

export interface Mover {
  readonly queryId: string;
  readonly text: string;
  readonly before: number;
  readonly after: number;
}

export interface ArmComparison extends PairedResult {
  readonly arm: Arm;
  readonly before: number;
  readonly after: number;
  readonly wins: number;
  readonly losses: number;
  /** The queries that lost and won most, at most `movers` each. */
  readonly worst: readonly Mover[];
  readonly best: readonly Mover[];
  /** Worse by more than the margin. */
  readonly regressed: boolean;
}

export interface RunComparison {
  readonly metric: MetricName;
  readonly margin: number;
  readonly queries: number;
  readonly arms: readonly ArmComparison[];
  readonly ok: boolean;
}

/** Queries listed of each kind unless more are asked for. */
const moversShown = 5;

/**
 * The second run against the first, arm by arm over the same queries. An arm regressed when its mean is
 * lower by more than `margin`, whether or not chance explains it: the p-value says that.
 * @throws ValidationError when the two were not measured on the same data, or share no arm.
 */
export function compareRuns(
  before: EvalRun,
  after: EvalRun,
  options: { readonly metric: MetricName; readonly margin: number; readonly movers?: number },
): RunComparison {
  requireSameData(before, after);
  const { metric, margin, movers: shown = moversShown } = options;
  const shared = before.arms.filter((arm) => after.arms.includes(arm));
  if (shared.length === 0) {
    throw new ValidationError('the runs have no arm in common', { field: 'arms' });
  }
  const first = before.queries.filter((query) => query.answerable);
  const byId = new Map(after.queries.map((query) => [query.id, query]));
  const second = first.flatMap((query) => byId.get(query.id) ?? []);
  const arms = shared.map((arm): ArmComparison => {
    const old = perQuery(first, arm, metric);
    const now = perQuery(second, arm, metric);
    const differences = now.map((value, index) => value - (old[index] ?? 0));
    const result = pairedTest(differences);
    const movers = first
      .map(({ id, text }, index): Mover & { change: number } => ({
        queryId: id,
        text,
        before: old[index] ?? 0,
        after: now[index] ?? 0,
        change: differences[index] ?? 0,
      }))
      .toSorted((a, b) => a.change - b.change);
    return {
      arm,
      ...result,
      before: mean(old),
      after: mean(now),
      wins: differences.filter((value) => value > 0).length,
      losses: differences.filter((value) => value < 0).length,
      worst: movers.filter(({ change }) => change < 0).slice(0, shown),
      best: movers
        .toReversed()
        .filter(({ change }) => change > 0)
        .slice(0, shown),
      regressed: result.difference < -margin,
    };
  });
  return { metric, margin, queries: first.length, arms, ok: arms.every((arm) => !arm.regressed) };
}

function requireSameData(before: EvalRun, after: EvalRun): void {
  const parts = [
    ['split', before.data.split, after.data.split],
    ['language', before.data.language, after.data.language],
    ['corpus', before.data.corpusSha256, after.data.corpusSha256],
    ['queries', before.data.queriesSha256, after.data.queriesSha256],
  ] as const;
  const different = parts.filter(([, one, other]) => one !== other).map(([name]) => name);
  if (different.length === 0) return;
  throw new ValidationError(
    `the runs were not measured on the same data: ${different.join(', ')} differ (${before.data.name} ${before.data.split}, ${after.data.name} ${after.data.split})`,
    { field: 'run', remedy: 'Compare two runs of the same folder, split and language.' },
  );
}
