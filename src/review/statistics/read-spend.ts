import type { DbContext } from '#db/context.ts';
import { type DaysInput, type InBuckets, inOrder, readBuckets } from './period-in-buckets.ts';
import { spendBy } from './series-queries.ts';

/** What language models took; one entry for each bucket, in their order. */
export interface SpendSeries extends InBuckets {
  readonly calls: readonly number[];
  /** In and out; what is not settled yet counts as reserved. */
  readonly tokens: readonly number[];
  /** In the currency of the prices; 0 where prices are unknown. */
  readonly cost: readonly number[];
}

/** @throws ValidationError naming the day that is wrong. */
export async function readSpend(
  ctx: Pick<DbContext, 'db' | 'clock'>,
  input: DaysInput,
): Promise<SpendSeries> {
  const { period, shown } = readBuckets(input, ctx.clock());
  const rows = await spendBy(ctx, shown.unit, period);
  return {
    ...shown,
    calls: inOrder(shown, rows, (row) => row?.calls ?? 0),
    tokens: inOrder(shown, rows, (row) => row?.tokens ?? 0),
    cost: inOrder(shown, rows, (row) => row?.cost ?? 0),
  };
}
