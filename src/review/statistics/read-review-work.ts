import type { DbContext } from '#db/context.ts';
import { type DaysInput, type InBuckets, inOrder, readBuckets } from './period-in-buckets.ts';
import { toDecided } from './read-overview.ts';
import type { Decided, Hours } from './read-statistics.ts';
import { decidedBy, delayBy, waitingAt } from './series-queries.ts';
import { hoursBetween, queueAges, waitingByAge } from './statistics-queries.ts';

/** Where one class of ages ends and the next begins, in hours. */
export const ageLimits = [4, 8, 24, 48, 72, 168] as const;

/** One entry for each bucket, in their order. Golden posts count nowhere. */
export interface ReviewSeries extends InBuckets {
  /** Of the items in review now: how long, and how many of each age (`ageLimits`, then all older). */
  readonly ages: Hours;
  readonly byAge: readonly number[];
  /** Drafts in review at the end of each bucket, or now; null: it has not begun. */
  readonly waiting: ReadonlyArray<number | null>;
  /** Drafts that two people judged. */
  readonly decided: readonly Decided[];
  /** From submission for review to the second review, in hours; null where nothing was judged. */
  readonly delay: ReadonlyArray<{
    readonly drafts: number;
    readonly median: number | null;
    readonly p90: number | null;
  }>;
  readonly submitToDecision: Hours;
  readonly submissionToApproval: Hours;
}

/** @throws ValidationError naming the day that is wrong. */
export async function readReviewWork(
  ctx: Pick<DbContext, 'db' | 'clock'>,
  input: DaysInput,
): Promise<ReviewSeries> {
  const now = ctx.clock();
  const { period, shown } = readBuckets(input, now);
  const delays = await delayBy(ctx, shown.unit, period);
  return {
    ...shown,
    ages: await queueAges(ctx, now),
    byAge: await waitingByAge(ctx, now, ageLimits),
    waiting: await readWaiting(ctx, shown, period.until, now),
    decided: inOrder(shown, await decidedBy(ctx, shown.unit, period), toDecided),
    delay: inOrder(shown, delays, (row) => ({
      drafts: row?.drafts ?? 0,
      median: row?.median ?? null,
      p90: row?.p90 ?? null,
    })),
    submitToDecision: await hoursBetween(ctx, 'decided_draft', period),
    submissionToApproval: await hoursBetween(ctx, 'answered_post', period),
  };
}

/** What a bucket ends with is what stands before the next one; the last ends with the period, or now. */
async function readWaiting(
  ctx: Pick<DbContext, 'db'>,
  { buckets }: InBuckets,
  until: Date,
  now: Date,
): Promise<Array<number | null>> {
  const midnight = (day: string): Date => new Date(`${day}T00:00:00+07:00`);
  const begun = buckets.filter(({ startsOn }) => midnight(startsOn) <= now).length;
  const ends = buckets.slice(0, begun).map((_, index) => {
    const next = buckets[index + 1];
    const end = next === undefined ? until : midnight(next.startsOn);
    return end < now ? end : now;
  });
  const counts = await waitingAt(ctx, ends);
  return buckets.map((_, index) => counts[index] ?? null);
}
