import type { RetrievalContext } from '#retrieval/index.ts';
import { type GapReport, gapReport } from '#upkeep/index.ts';
import { type DaysInput, type InBuckets, inOrder, readBuckets } from './period-in-buckets.ts';
import { countOutcomes } from './read-intake.ts';
import { answeredBy, outcomesBy } from './series-queries.ts';

/** One entry for each bucket, in their order. Golden posts count nowhere. */
export interface UnansweredSeries extends InBuckets {
  /** Claims by when their post was analysed, and how many of them have these outcomes now. */
  readonly claims: readonly number[];
  readonly notCheckable: readonly number[];
  readonly noPosition: readonly number[];
  /** Posts analysed, and those that nothing was drafted for and no answer reused. */
  readonly posts: readonly number[];
  readonly postsWithoutDraft: readonly number[];
}

/** What was not answered. @throws ValidationError naming the day that is wrong. */
export async function readUnanswered(
  ctx: Pick<RetrievalContext, 'db' | 'clock'>,
  input: DaysInput,
): Promise<UnansweredSeries> {
  const { period, shown } = readBuckets(input, ctx.clock());
  const outcomes = countOutcomes(shown, await outcomesBy(ctx, shown.unit, period));
  const answered = await answeredBy(ctx, shown.unit, period);
  return {
    ...shown,
    claims: outcomes.map((of) => Object.values(of).reduce((sum, count) => sum + count, 0)),
    notCheckable: outcomes.map((of) => of.NOT_CHECKABLE),
    noPosition: outcomes.map((of) => of.NO_POSITION),
    posts: inOrder(shown, answered, (row) => row?.posts ?? 0),
    postsWithoutDraft: inOrder(shown, answered, (row) => row?.unanswered ?? 0),
  };
}

/** The heaviest gaps of these days; slower than any count. @throws ValidationError naming the day. */
export async function readTopGaps(
  ctx: RetrievalContext,
  input: DaysInput & { readonly limit: number },
): Promise<GapReport> {
  const { since, until } = readBuckets(input, ctx.clock()).period;
  return gapReport(ctx, { since, until, limit: input.limit });
}
