import { sql } from 'kysely';
import type { DbContext } from '#db/context.ts';
import type { AgreementCell } from '../decision/agreement.ts';
import type { Unit } from './buckets.ts';
import type { Period } from './period.ts';

type Db = Pick<DbContext, 'db'>;

/** Hours; null of nothing. */
export interface HoursRow {
  readonly count: number;
  readonly median: number | null;
  readonly p90: number | null;
  readonly max: number | null;
}

/** Of a view's two instants, the later within the period. */
export async function hoursBetween(
  ctx: Db,
  view: 'decided_draft' | 'answered_post',
  period: Period,
): Promise<HoursRow> {
  const end = sql.ref(view === 'decided_draft' ? 'decided_at' : 'approved_at');
  const hours = sql`extract(epoch from ${end} - submitted_at)::float8 / 3600`;
  const { rows } = await sql<HoursRow>`
    select ${figures(hours)} from ${sql.table(view)}
    where submitted_at is not null and ${within(end, period)}`.execute(ctx.db);
  return rows[0] as HoursRow;
}

/** Of items in review at this moment. */
export async function queueAges(ctx: Db, now: Date): Promise<HoursRow> {
  const hours = sql`greatest(0, extract(epoch from ${now}::timestamptz - waiting_since)::float8 / 3600)`;
  const { rows } = await sql<HoursRow>`select ${figures(hours)} from waiting_item`.execute(ctx.db);
  return rows[0] as HoursRow;
}

/** How many of them have waited less than each of these hours (and no less than the one before), and longer. */
export async function waitingByAge(
  ctx: Db,
  now: Date,
  limits: readonly number[],
): Promise<number[]> {
  const { rows } = await sql<{ place: number; items: number }>`
    select width_bucket(extract(epoch from ${now}::timestamptz - waiting_since)::float8 / 3600,
        ${[...limits]}::float8[]) as place, count(*)::int as items
    from waiting_item group by 1`.execute(ctx.db);
  const found = new Map(rows.map(({ place, items }) => [place, items]));
  return [0, ...limits].map((_, place) => found.get(place) ?? 0);
}

export interface DecidedRow {
  /** YYYY-MM-DD in Vietnam. */
  readonly day: string;
  /** Monday of its week. */
  readonly week: string;
  readonly approved: number;
  readonly declined: number;
  readonly returned: number;
}

export async function decidedByDay(ctx: Db, period: Period): Promise<DecidedRow[]> {
  const { rows } = await sql<DecidedRow>`
    select ${startOf('day', sql.ref('decided_at'))} as day,
      ${startOf('week', sql.ref('decided_at'))} as week,
      count(*) filter (where result = 'approved')::int as approved,
      count(*) filter (where result = 'declined')::int as declined,
      count(*) filter (where result = 'returned')::int as returned
    from decided_draft where ${within(sql.ref('decided_at'), period)}
    group by 1, 2 order by 1`.execute(ctx.db);
  return rows;
}

export async function verdictPairs(ctx: Db, period: Period): Promise<AgreementCell[]> {
  const { rows } = await sql<AgreementCell>`
    select first_verdict as first, second_verdict as second, count(*)::int as count
    from decided_draft where ${within(sql.ref('decided_at'), period)}
    group by 1, 2 order by 1, 2`.execute(ctx.db);
  return rows;
}

export async function labelPairs(ctx: Db, period: Period): Promise<AgreementCell[]> {
  const { rows } = await sql<AgreementCell>`
    select first_label as first, second_label as second, count(*)::int as count
    from label_pair where ${within(sql.ref('decided_at'), period)}
    group by 1, 2 order by 1, 2`.execute(ctx.db);
  return rows;
}

export interface AbstentionRow {
  readonly claims: number;
  readonly not_checkable: number;
  readonly no_position: number;
  readonly posts: number;
  readonly unanswered: number;
}

export async function abstentions(ctx: Db, period: Period): Promise<AbstentionRow> {
  const analysed = within(sql.ref('analysed_at'), period);
  const { rows } = await sql<AbstentionRow>`
    select c.*, p.* from (
      select count(*)::int as claims,
        count(*) filter (where outcome = 'NOT_CHECKABLE')::int as not_checkable,
        count(*) filter (where outcome = 'NO_POSITION')::int as no_position
      from analysed_claim where ${analysed}
    ) c, (
      select count(*)::int as posts, count(*) filter (where not answered)::int as unanswered
      from analysed_post where ${analysed}
    ) p`.execute(ctx.db);
  return rows[0] as AbstentionRow;
}

export interface WithoutPositionRow {
  /** Monday of the week, YYYY-MM-DD in Vietnam. */
  readonly week: string;
  readonly claims: number;
  readonly posts: number;
}

export async function withoutPositionByWeek(
  ctx: Db,
  period: Period,
): Promise<WithoutPositionRow[]> {
  const { rows } = await sql<WithoutPositionRow>`
    select ${startOf('week', sql.ref('analysed_at'))} as week, count(*)::int as claims,
      count(distinct post_id)::int as posts
    from analysed_claim
    where outcome = 'NO_POSITION' and ${within(sql.ref('analysed_at'), period)}
    group by 1 order by 1`.execute(ctx.db);
  return rows;
}

export interface GoldenRow {
  /** Null: of everybody together. */
  readonly person: string | null;
  readonly name: string | null;
  readonly readings: number;
  readonly right_verdicts: number;
  readonly right_labels: number | null;
}

/**
 * Of everybody together, and of each person. Readings of today (in Vietnam) are left out: who reads their
 * own figures after each decision would learn which item was golden.
 */
export async function goldenFigures(ctx: Db, period: Period, now: Date): Promise<GoldenRow[]> {
  const { rows } = await sql<GoldenRow>`
    select g.person, (select u.name from app_user u where u.id = g.person) as name,
      count(*)::int as readings, count(*) filter (where g.right_verdict)::int as right_verdicts,
      avg(g.right_labels)::float8 as right_labels
    from golden_reading g
    where ${within(sql.ref('g.decided_at'), period)} and g.decided_at <
      date_trunc('day', ${now}::timestamptz at time zone 'Asia/Ho_Chi_Minh') at time zone 'Asia/Ho_Chi_Minh'
    group by grouping sets ((), (g.person)) order by name nulls first`.execute(ctx.db);
  return rows;
}

export interface ThirdLookRow {
  readonly chosen: number;
  readonly looked: number;
  readonly agreed: number;
}

export async function thirdLooks(ctx: Db, period: Period): Promise<ThirdLookRow> {
  const { rows } = await sql<ThirdLookRow>`
    select count(*)::int as chosen, count(looked_at)::int as looked,
      count(*) filter (where verdict = 'agree')::int as agreed
    from sampled_approval where ${within(sql.ref('chosen_at'), period)}`.execute(ctx.db);
  return rows[0] as ThirdLookRow;
}

function figures(hours: ReturnType<typeof sql>) {
  return sql`count(*)::int as count,
    percentile_cont(0.5) within group (order by ${hours}) as median,
    percentile_cont(0.9) within group (order by ${hours}) as p90, max(${hours}) as max`;
}

export function within(at: ReturnType<typeof sql.ref>, { since, until }: Period) {
  return sql`${at} >= ${since} and ${at} < ${until}`;
}

/** First day of the day, week or month, in Vietnam; weeks begin on Monday. */
export function startOf(unit: Unit, at: ReturnType<typeof sql.ref>) {
  return sql`to_char(date_trunc(${sql.lit(unit)}, ${at} at time zone 'Asia/Ho_Chi_Minh'), 'YYYY-MM-DD')`;
}
