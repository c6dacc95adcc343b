import type { DbContext } from '#db/context.ts';
import { type DaysInput, type InBuckets, inOrder, readBuckets } from './period-in-buckets.ts';
import type { Decided, Hours } from './read-statistics.ts';
import { decidedBy, intakeBy } from './series-queries.ts';
import { queueAges } from './statistics-queries.ts';

/** What a day's first glance is for; one entry for each bucket. Golden posts count nowhere. */
export interface OverviewSeries extends InBuckets {
  readonly posts: readonly number[];
  readonly submissions: readonly number[];
  readonly decided: readonly Decided[];
  /** Of the items in review now. */
  readonly ages: Hours;
}

/** @throws ValidationError naming the day that is wrong. */
export async function readOverview(
  ctx: Pick<DbContext, 'db' | 'clock'>,
  input: DaysInput,
): Promise<OverviewSeries> {
  const now = ctx.clock();
  const { period, shown } = readBuckets(input, now);
  const intake = await intakeBy(ctx, shown.unit, period);
  const decided = await decidedBy(ctx, shown.unit, period);
  return {
    ...shown,
    posts: inOrder(shown, intake, (row) => row?.posts ?? 0),
    submissions: inOrder(shown, intake, (row) => row?.submissions ?? 0),
    decided: inOrder(shown, decided, toDecided),
    ages: await queueAges(ctx, now),
  };
}

export function toDecided(row: Decided | undefined): Decided {
  const { approved = 0, declined = 0, returned = 0 } = row ?? {};
  return { approved, declined, returned };
}
