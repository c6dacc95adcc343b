import type { RetrievalContext } from '#retrieval/index.ts';
import { gapReport } from '#upkeep/index.ts';
import { type Agreement, agreementOf } from '../decision/agreement.ts';
import { type AgreementInPeriod, agreementStatistics } from '../decision/agreement-statistics.ts';
import { type Period, readPeriod } from './period.ts';
import { type GoldenOverall, readGolden } from './read-golden.ts';
import { share } from './share.ts';
import {
  abstentions,
  decidedByDay,
  type DecidedRow,
  hoursBetween,
  labelPairs,
  queueAges,
  thirdLooks,
  verdictPairs,
  type WithoutPositionRow,
  withoutPositionByWeek,
} from './statistics-queries.ts';

/** In hours; null of nothing. */
export interface Hours {
  readonly count: number;
  readonly median: number | null;
  readonly p90: number | null;
  readonly max: number | null;
}

export interface Decided {
  readonly approved: number;
  readonly declined: number;
  readonly returned: number;
}

/** Shares are 0 to 1, null of nothing. What each number is of stands in the contract of the API. */
export interface Statistics {
  readonly from: string;
  readonly to: string;
  readonly queue: Hours;
  readonly decided: Decided & {
    readonly total: number;
    readonly returnedShare: number | null;
    readonly byDay: ReadonlyArray<Decided & { readonly day: string }>;
    readonly byWeek: ReadonlyArray<Decided & { readonly week: string }>;
  };
  readonly agreement: {
    readonly verdicts: Agreement;
    readonly labels: Agreement;
    /** Whole months that the range touches. */
    readonly byMonth: readonly AgreementInPeriod[];
  };
  readonly time: { readonly submissionToApproval: Hours; readonly submitToDecision: Hours };
  readonly abstention: {
    readonly claims: number;
    readonly notCheckable: number;
    readonly noPosition: number;
    readonly claimShare: number | null;
    readonly posts: number;
    readonly postsWithoutDraft: number;
    readonly postShare: number | null;
  };
  readonly gaps: {
    readonly byWeek: readonly WithoutPositionRow[];
    readonly byTopic: ReadonlyArray<{
      readonly topic: string | null;
      readonly gaps: number;
      readonly claims: number;
      readonly submissions: number;
    }>;
  };
  readonly golden: GoldenOverall;
  readonly thirdLooks: {
    readonly chosen: number;
    readonly looked: number;
    readonly agreedShare: number | null;
  };
}

/**
 * How the work goes, in a range of Vietnamese days. Never of the authors of posts; golden posts count in
 * nothing but the golden figures. @throws ValidationError naming the day that is wrong.
 */
export async function readStatistics(
  ctx: RetrievalContext,
  input: { from?: string | undefined; to?: string | undefined },
): Promise<Statistics> {
  const now = ctx.clock();
  const period = readPeriod(input, now);
  const looks = await thirdLooks(ctx, period);
  return {
    from: period.from,
    to: period.to,
    queue: await queueAges(ctx, now),
    decided: countDecided(await decidedByDay(ctx, period)),
    agreement: {
      verdicts: agreementOf(await verdictPairs(ctx, period)),
      labels: agreementOf(await labelPairs(ctx, period)),
      byMonth: await agreementByMonth(ctx, period),
    },
    time: {
      submissionToApproval: await hoursBetween(ctx, 'answered_post', period),
      submitToDecision: await hoursBetween(ctx, 'decided_draft', period),
    },
    abstention: await readAbstention(ctx, period),
    gaps: await readGaps(ctx, period),
    golden: await readGolden(ctx, period, now),
    thirdLooks: {
      chosen: looks.chosen,
      looked: looks.looked,
      agreedShare: share(looks.agreed, looks.looked),
    },
  };
}

async function agreementByMonth(
  ctx: RetrievalContext,
  { from, to }: Period,
): Promise<AgreementInPeriod[]> {
  const months = await agreementStatistics(ctx, { by: 'month' });
  const month = (day: string): string => day.slice(0, 7);
  return months.filter(
    ({ startsOn }) => month(startsOn) >= month(from) && month(startsOn) <= month(to),
  );
}

function countDecided(days: readonly DecidedRow[]): Statistics['decided'] {
  const { approved, declined, returned } = sum(days);
  const total = approved + declined + returned;
  return {
    approved,
    declined,
    returned,
    total,
    returnedShare: share(returned, total),
    byDay: days.map(({ day, approved, declined, returned }) => ({
      day,
      approved,
      declined,
      returned,
    })),
    byWeek: [...Map.groupBy(days, ({ week }) => week)].map(([week, some]) => ({
      week,
      ...sum(some),
    })),
  };
}

function sum(rows: readonly Decided[]): Decided {
  const total = { approved: 0, declined: 0, returned: 0 };
  for (const row of rows) {
    total.approved += row.approved;
    total.declined += row.declined;
    total.returned += row.returned;
  }
  return total;
}

async function readAbstention(
  ctx: RetrievalContext,
  period: Period,
): Promise<Statistics['abstention']> {
  const row = await abstentions(ctx, period);
  return {
    claims: row.claims,
    notCheckable: row.not_checkable,
    noPosition: row.no_position,
    claimShare: share(row.not_checkable + row.no_position, row.claims),
    posts: row.posts,
    postsWithoutDraft: row.unanswered,
    postShare: share(row.unanswered, row.posts),
  };
}

async function readGaps(ctx: RetrievalContext, period: Period): Promise<Statistics['gaps']> {
  const { since, until } = period;
  const report = await gapReport(ctx, { since, until, limit: 1 });
  return {
    byWeek: await withoutPositionByWeek(ctx, period),
    byTopic: report.byTopic.map(({ name, gaps, claims, submissions }) => ({
      topic: name,
      gaps,
      claims,
      submissions,
    })),
  };
}
