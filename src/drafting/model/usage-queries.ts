import { sql } from 'kysely';
import type { DbContext } from '#db/context.ts';

/** What language models took on one day, Vietnamese time. */
export interface DayOfUse {
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly calls: number;
  readonly failed: number;
  /** In and out; what was reserved where that is not known. */
  readonly tokens: number;
  /** In the currency of the prices. */
  readonly cost: number;
}

/** Days with calls since a moment, the last first. */
export async function readModelUse(
  ctx: Pick<DbContext, 'db'>,
  { since }: { readonly since: Date },
): Promise<DayOfUse[]> {
  const { rows } = await sql<DayOfUse>`
    select to_char(started_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as day,
      count(*)::int as calls, count(*) filter (where status = 'failed')::int as failed,
      sum(coalesce(input_tokens + output_tokens, reserved_tokens))::float8 as tokens,
      sum(cost_micros)::float8 / 1e6 as cost
    from model_call
    where started_at >= ${since}
    group by 1 order by 1 desc`.execute(ctx.db);
  return rows;
}

/** Failures since a moment by their closed code, the most frequent first. */
export async function readModelFailures(
  ctx: Pick<DbContext, 'db'>,
  { since }: { readonly since: Date },
): Promise<Array<{ readonly reason: string; readonly count: number }>> {
  const { rows } = await sql<{ reason: string; count: number }>`
    select reason, count(*)::int as count from model_call
    where status = 'failed' and reason is not null and started_at >= ${since}
    group by reason order by 2 desc, 1`.execute(ctx.db);
  return rows;
}
