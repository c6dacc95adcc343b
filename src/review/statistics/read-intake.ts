import type { DbContext } from '#db/context.ts';
import type { Outcome } from '#db/schema/index.ts';
import { type DaysInput, type InBuckets, inOrder, readBuckets } from './period-in-buckets.ts';
import { intakeBy, type OutcomeRow, outcomesBy } from './series-queries.ts';

/** How many claims of a bucket have each outcome now. */
export type OutcomeCounts = Readonly<Record<Outcome, number>>;

/** One entry for each bucket, in their order. Golden posts count nowhere. */
export interface IntakeSeries extends InBuckets {
  /** New posts, by when they were first received. */
  readonly posts: readonly number[];
  /** Arrivals, also of posts that were there before. */
  readonly submissions: readonly number[];
  /** Of claims, by when their post was analysed. */
  readonly outcomes: readonly OutcomeCounts[];
}

/** @throws ValidationError naming the day that is wrong. */
export async function readIntake(
  ctx: Pick<DbContext, 'db' | 'clock'>,
  input: DaysInput,
): Promise<IntakeSeries> {
  const { period, shown } = readBuckets(input, ctx.clock());
  const intake = await intakeBy(ctx, shown.unit, period);
  return {
    ...shown,
    posts: inOrder(shown, intake, (row) => row?.posts ?? 0),
    submissions: inOrder(shown, intake, (row) => row?.submissions ?? 0),
    outcomes: countOutcomes(shown, await outcomesBy(ctx, shown.unit, period)),
  };
}

export function countOutcomes(
  { buckets }: Pick<InBuckets, 'buckets'>,
  rows: readonly OutcomeRow[],
): OutcomeCounts[] {
  const found = Map.groupBy(rows, ({ starts_on }) => starts_on);
  return buckets.map(({ startsOn }) => {
    const counts: Record<Outcome, number> = {
      CONTRADICTED: 0,
      CONSISTENT: 0,
      RELATED: 0,
      NEEDS_EXPERT: 0,
      NO_POSITION: 0,
      NOT_CHECKABLE: 0,
    };
    for (const { outcome, claims } of found.get(startsOn) ?? []) counts[outcome] += claims;
    return counts;
  });
}
