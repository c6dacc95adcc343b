import type { DbContext } from '#db/context.ts';
import { type Agreement, agreementOf } from '../decision/agreement.ts';
import { type DaysInput, type InBuckets, inOrder, readMonths } from './period-in-buckets.ts';
import { type GoldenOverall, readGolden } from './read-golden.ts';
import { toDecided } from './read-overview.ts';
import type { Decided } from './read-statistics.ts';
import { type AgreementRow, decidedBy, goldenByMonth, pairsByMonth } from './series-queries.ts';
import { thirdLooks } from './statistics-queries.ts';

/** One entry for each month that the days touch; only what lies within the days counts. */
export interface QualitySeries extends InBuckets {
  readonly verdicts: readonly Agreement[];
  readonly labels: readonly Agreement[];
  /** Of all the days together. */
  readonly overall: { readonly verdicts: Agreement; readonly labels: Agreement };
  readonly decided: readonly Decided[];
  readonly golden: GoldenOverall & {
    readonly byMonth: ReadonlyArray<{ readonly readings: number; readonly right: number }>;
  };
  readonly thirdLooks: {
    readonly chosen: number;
    readonly looked: number;
    readonly agreed: number;
  };
}

/** @throws ValidationError naming the day that is wrong. */
export async function readQuality(
  ctx: Pick<DbContext, 'db' | 'clock' | 'actor'>,
  input: DaysInput,
): Promise<QualitySeries> {
  const now = ctx.clock();
  const { period, shown } = readMonths(input, now);
  const verdicts = await pairsByMonth(ctx, 'verdict', period);
  const labels = await pairsByMonth(ctx, 'label', period);
  const readings = await goldenByMonth(ctx, period, now);
  return {
    ...shown,
    verdicts: agreementIn(shown, verdicts),
    labels: agreementIn(shown, labels),
    overall: { verdicts: agreementOf(verdicts), labels: agreementOf(labels) },
    decided: inOrder(shown, await decidedBy(ctx, 'month', period), toDecided),
    golden: {
      ...(await readGolden(ctx, period, now)),
      byMonth: inOrder(shown, readings, (row) => ({
        readings: row?.readings ?? 0,
        right: row?.right_verdicts ?? 0,
      })),
    },
    thirdLooks: await thirdLooks(ctx, period),
  };
}

function agreementIn({ buckets }: InBuckets, rows: readonly AgreementRow[]): Agreement[] {
  const months = Map.groupBy(rows, ({ starts_on }) => starts_on);
  return buckets.map(({ startsOn }) => agreementOf(months.get(startsOn) ?? []));
}
