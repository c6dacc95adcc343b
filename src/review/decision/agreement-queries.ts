import { sql } from 'kysely';
import type { DbContext } from '#db/context.ts';

export type AgreementPeriod = 'week' | 'month';

interface CountedCell {
  /** First day of the period in Vietnam, YYYY-MM-DD; weeks begin on Monday. */
  readonly starts_on: string;
  readonly first: string;
  readonly second: string;
  readonly count: number;
}

/** Pairs of verdicts, counted by the day of the second. */
export async function countVerdicts(
  ctx: Pick<DbContext, 'db'>,
  period: AgreementPeriod,
): Promise<CountedCell[]> {
  const { rows } = await sql<CountedCell>`
    select ${startOf(period)} as starts_on, f.verdict as first, s.verdict as second,
      count(*)::int as count
    from review_decision s join review_decision f on f.draft_id = s.draft_id and f.stage = 1
    where s.stage = 2 group by 1, 2, 3 order by 1, 2, 3`.execute(ctx.db);
  return rows;
}

/** Pairs of labels of the same sentence, counted by the day of the second review. */
export async function countLabels(
  ctx: Pick<DbContext, 'db'>,
  period: AgreementPeriod,
): Promise<CountedCell[]> {
  const { rows } = await sql<CountedCell>`
    select ${startOf(period)} as starts_on, a->>'label' as first, b->>'label' as second,
      count(*)::int as count
    from review_decision s join review_decision f on f.draft_id = s.draft_id and f.stage = 1
    cross join lateral jsonb_array_elements(f.labels) a
    join lateral jsonb_array_elements(s.labels) b on b->>'ordinal' = a->>'ordinal'
    where s.stage = 2 group by 1, 2, 3 order by 1, 2, 3`.execute(ctx.db);
  return rows;
}

function startOf(period: AgreementPeriod) {
  return sql`to_char(date_trunc(${sql.lit(period)}, s.decided_at at time zone 'Asia/Ho_Chi_Minh'), 'YYYY-MM-DD')`;
}
