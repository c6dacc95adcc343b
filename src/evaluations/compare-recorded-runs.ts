import type { DbContext } from '#db/context.ts';
import { compareRuns, type RunComparison } from './compare-runs.ts';
import type { MetricName } from './metrics.ts';
import { readRecordedRun, type RecordedRunView } from './read-recorded-run.ts';

/**
 * The second recorded run against the first, over the same queries.
 * @param input.margin How much worse is accepted, 0 to 1.
 * @throws NotFoundError; ValidationError when the two were not measured on the same data.
 */
export async function compareRecordedRuns(
  ctx: Pick<DbContext, 'db'>,
  input: {
    readonly beforeId: string;
    readonly afterId: string;
    readonly metric: MetricName;
    readonly margin: number;
    /** Queries listed that lost and that won most, of each. */
    readonly movers: number;
  },
): Promise<{ before: RecordedRunView; after: RecordedRunView; comparison: RunComparison }> {
  const before = await readRecordedRun(ctx, input.beforeId);
  const after = await readRecordedRun(ctx, input.afterId);
  const { metric, margin, movers } = input;
  const comparison = compareRuns(before.run, after.run, { metric, margin, movers });
  return { before, after, comparison };
}
