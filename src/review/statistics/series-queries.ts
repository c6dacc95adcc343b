import { type RawBuilder, sql } from 'kysely';
import type { DbContext } from '#db/context.ts';
import type { Outcome } from '#db/schema/index.ts';
import type { Unit } from './buckets.ts';
import type { Period } from './period.ts';
import { startOf, within } from './statistics-queries.ts';

type Db = Pick<DbContext, 'db'>;

interface InBucket {
  /** First day of its day, week or month in Vietnam, YYYY-MM-DD. */
  readonly starts_on: string;
}

export interface IntakeRow extends InBucket {
  readonly posts: number;
  readonly submissions: number;
}

/** New posts by when they were first received, and every submission by its own time. */
export async function intakeBy(ctx: Db, unit: Unit, period: Period): Promise<IntakeRow[]> {
  const { rows } = await sql<IntakeRow>`
    select starts_on, sum(posts)::int as posts, sum(submissions)::int as submissions from (
      select ${startOf(unit, sql.ref('received_at'))} as starts_on, count(*) as posts, 0 as submissions
      from post where not golden and ${within(sql.ref('received_at'), period)} group by 1
      union all
      select ${startOf(unit, sql.ref('s.submitted_at'))}, 0, count(*) from submission s
      where ${within(sql.ref('s.submitted_at'), period)}
        and not exists (select from post p where p.id = s.post_id and p.golden) group by 1
    ) counted group by 1 order by 1`.execute(ctx.db);
  return rows;
}

export interface OutcomeRow extends InBucket {
  readonly outcome: Outcome;
  readonly claims: number;
}

/** Claims by when their post was analysed and the outcome each has now. */
export async function outcomesBy(ctx: Db, unit: Unit, period: Period): Promise<OutcomeRow[]> {
  const { rows } = await sql<OutcomeRow>`
    select ${startOf(unit, sql.ref('analysed_at'))} as starts_on, outcome, count(*)::int as claims
    from analysed_claim where ${within(sql.ref('analysed_at'), period)}
    group by 1, 2 order by 1, 2`.execute(ctx.db);
  return rows;
}

export interface AnsweredRow extends InBucket {
  readonly posts: number;
  readonly unanswered: number;
}

export async function answeredBy(ctx: Db, unit: Unit, period: Period): Promise<AnsweredRow[]> {
  const { rows } = await sql<AnsweredRow>`
    select ${startOf(unit, sql.ref('analysed_at'))} as starts_on, count(*)::int as posts,
      count(*) filter (where not answered)::int as unanswered
    from analysed_post where ${within(sql.ref('analysed_at'), period)}
    group by 1 order by 1`.execute(ctx.db);
  return rows;
}

export interface DecidedInRow extends InBucket {
  readonly approved: number;
  readonly declined: number;
  readonly returned: number;
}

export async function decidedBy(ctx: Db, unit: Unit, period: Period): Promise<DecidedInRow[]> {
  const { rows } = await sql<DecidedInRow>`
    select ${startOf(unit, sql.ref('decided_at'))} as starts_on,
      count(*) filter (where result = 'approved')::int as approved,
      count(*) filter (where result = 'declined')::int as declined,
      count(*) filter (where result = 'returned')::int as returned
    from decided_draft where ${within(sql.ref('decided_at'), period)}
    group by 1 order by 1`.execute(ctx.db);
  return rows;
}

export interface DelayRow extends InBucket {
  readonly drafts: number;
  readonly median: number;
  readonly p90: number;
}

/** Hours from submission for review to the second review, by the day of that. */
export async function delayBy(ctx: Db, unit: Unit, period: Period): Promise<DelayRow[]> {
  const hours = sql`extract(epoch from decided_at - submitted_at)::float8 / 3600`;
  const { rows } = await sql<DelayRow>`
    select ${startOf(unit, sql.ref('decided_at'))} as starts_on, count(*)::int as drafts,
      percentile_cont(0.5) within group (order by ${hours}) as median,
      percentile_cont(0.9) within group (order by ${hours}) as p90
    from decided_draft where submitted_at is not null and ${within(sql.ref('decided_at'), period)}
    group by 1 order by 1`.execute(ctx.db);
  return rows;
}

/**
 * Drafts in review at each of these instants: submitted by then, and neither judged by two nor replaced
 * by a newer revision by then.
 */
export async function waitingAt(ctx: Db, instants: readonly Date[]): Promise<number[]> {
  const { rows } = await sql<{ waiting: number }>`
    with wait as materialized (select submitted_at, ended_at from review_wait)
    select (select count(*)::int from wait w
      where w.submitted_at <= t.at and (w.ended_at is null or w.ended_at > t.at)) as waiting
    from unnest(${instants.map((at) => at.toISOString())}::timestamptz[]) with ordinality as t(at, place)
    order by t.place`.execute(ctx.db);
  return rows.map(({ waiting }) => waiting);
}

export interface AgreementRow extends InBucket {
  readonly first: string;
  readonly second: string;
  readonly count: number;
}

export async function pairsByMonth(
  ctx: Db,
  of: 'verdict' | 'label',
  period: Period,
): Promise<AgreementRow[]> {
  const view = sql.table(of === 'verdict' ? 'decided_draft' : 'label_pair');
  const said = (which: 'first' | 'second'): RawBuilder<unknown> => sql.ref(`${which}_${of}`);
  const { rows } = await sql<AgreementRow>`
    select ${startOf('month', sql.ref('decided_at'))} as starts_on, ${said('first')} as first,
      ${said('second')} as second, count(*)::int as count
    from ${view} where ${within(sql.ref('decided_at'), period)}
    group by 1, 2, 3 order by 1, 2, 3`.execute(ctx.db);
  return rows;
}

export interface GoldenInRow extends InBucket {
  readonly readings: number;
  readonly right_verdicts: number;
}

/** Of everybody together; readings of today are left out, as in `goldenFigures`. */
export async function goldenByMonth(ctx: Db, period: Period, now: Date): Promise<GoldenInRow[]> {
  const { rows } = await sql<GoldenInRow>`
    select ${startOf('month', sql.ref('decided_at'))} as starts_on, count(*)::int as readings,
      count(*) filter (where right_verdict)::int as right_verdicts
    from golden_reading
    where ${within(sql.ref('decided_at'), period)} and decided_at <
      date_trunc('day', ${now}::timestamptz at time zone 'Asia/Ho_Chi_Minh') at time zone 'Asia/Ho_Chi_Minh'
    group by 1 order by 1`.execute(ctx.db);
  return rows;
}

export interface SpendRow extends InBucket {
  readonly calls: number;
  readonly tokens: number;
  /** In the currency of the prices. */
  readonly cost: number;
}

/** Requests to language models by when they were made; those not yet settled count what they reserved. */
export async function spendBy(ctx: Db, unit: Unit, period: Period): Promise<SpendRow[]> {
  const { rows } = await sql<SpendRow>`
    select ${startOf(unit, sql.ref('started_at'))} as starts_on, count(*)::int as calls,
      sum(coalesce(input_tokens + output_tokens, reserved_tokens))::float8 as tokens,
      (sum(cost_micros) / 1e6)::float8 as cost
    from model_call where ${within(sql.ref('started_at'), period)}
    group by 1 order by 1`.execute(ctx.db);
  return rows;
}
