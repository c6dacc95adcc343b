import { type Bucket, bucketsOf, type Unit, unitOf } from './buckets.ts';
import { type Period, readPeriod } from './period.ts';

/** Days as they were asked for; see `readPeriod`. */
export interface DaysInput {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** What figures over time are shown by. */
export interface InBuckets {
  readonly from: string;
  readonly to: string;
  readonly unit: Unit;
  readonly buckets: readonly Bucket[];
}

export interface PeriodInBuckets {
  readonly period: Period;
  readonly shown: InBuckets;
}

/** The period, and the days, weeks or months it is shown by. @throws ValidationError naming the day. */
export function readBuckets(input: DaysInput, now: Date): PeriodInBuckets {
  const period = readPeriod(input, now);
  const unit = unitOf(period);
  const { from, to } = period;
  return { period, shown: { from, to, unit, buckets: bucketsOf(period, unit, now) } };
}

/** Whole months that the period touches, for what is too rare to be shown by the day. */
export function readMonths(input: DaysInput, now: Date): PeriodInBuckets {
  const period = readPeriod(input, now);
  const { from, to } = period;
  const buckets = bucketsOf(period, 'month', now);
  return { period, shown: { from, to, unit: 'month', buckets } };
}

/** A row for each bucket, in their order; `none` where there was nothing. */
export function inOrder<R extends { readonly starts_on: string }, T>(
  { buckets }: Pick<InBuckets, 'buckets'>,
  rows: readonly R[],
  of: (row: R | undefined) => T,
): T[] {
  const found = new Map(rows.map((row) => [row.starts_on, row]));
  return buckets.map(({ startsOn }) => of(found.get(startsOn)));
}
