import type { DbContext } from '#db/context.ts';
import type { MeasuredValue } from '#db/schema/index.ts';

/** One run as a point of its data set's trend. */
export interface TrendPoint {
  readonly id: string;
  readonly name: string;
  readonly split: string;
  readonly language: string | null;
  readonly recordedAt: Date;
  /** When the run was made: the place of the point in time. */
  readonly measuredAt: Date;
  readonly model: string;
  /** Runs over the same corpus and queries have the same; others are not comparable. */
  readonly dataSha256: string;
  /**
   * By name: `map@5`, `recall@1`, `recall@10`, `success@1`, `success@10`, `mrr`, `ndcg@10` of the fused
   * ranking (of the only one where there is no fused), and `ece`, `brier`, `aurc`, `coverageAt5`,
   * `aurocHeldOut`, `aurocUnanswerable`; each 0 to 1 with its 95 % interval.
   */
  readonly values: Readonly<Record<string, MeasuredValue>>;
}

const newestRead = 500;

/** Recorded runs by data set (name, split, language), in each by the time they were made; the newest 500. */
export async function evaluationTrend(ctx: Pick<DbContext, 'db'>): Promise<TrendPoint[]> {
  const rows = await ctx.db
    .selectFrom('evaluation_run')
    .select(['id', 'name', 'split', 'language', 'recorded_at', 'measured_at', 'model', 'summary'])
    .select(['corpus_sha256', 'queries_sha256'])
    .orderBy('id', 'desc')
    .limit(newestRead)
    .execute();
  return rows
    .map(({ recorded_at, measured_at, corpus_sha256, queries_sha256, summary, ...row }) => ({
      ...row,
      recordedAt: recorded_at,
      measuredAt: measured_at,
      dataSha256: corpus_sha256 + queries_sha256,
      values: {
        ...(summary.arms['fused'] ?? Object.values(summary.arms)[0]),
        ...summary.abstention,
      },
    }))
    .toSorted(
      (a, b) => compare(setOf(a), setOf(b)) || a.measuredAt.getTime() - b.measuredAt.getTime(),
    );
}

function setOf({ name, split, language }: Pick<TrendPoint, 'name' | 'split' | 'language'>): string {
  return [name, split, language ?? ''].join('\n');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
