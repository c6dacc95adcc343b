import { sql } from 'kysely';
import type { DbContext } from '#db/context.ts';

/** Any number that no other advisory lock of this database uses. */
const budgetLock = 4_617_001;

/** Lets one request at a time count what the day has left, until the transaction ends. */
export async function lockBudget(ctx: Pick<DbContext, 'db'>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${budgetLock})`.execute(ctx.db);
}

/**
 * Tokens and millionths of the currency that requests since `since` took or, while it is not known what
 * they took (under way, killed, no whole answer), may have taken.
 */
export async function spentSince(
  ctx: Pick<DbContext, 'db'>,
  since: Date,
): Promise<{ tokens: number; costMicros: number }> {
  const spent = await ctx.db
    .selectFrom('model_call')
    .select([
      sql<string>`coalesce(sum(coalesce(input_tokens + output_tokens, reserved_tokens)), 0)`.as(
        'tokens',
      ),
      sql<string>`coalesce(sum(cost_micros), 0)`.as('cost_micros'),
    ])
    .where('started_at', '>=', since)
    .executeTakeFirstOrThrow();
  return { tokens: Number(spent.tokens), costMicros: Number(spent.cost_micros) };
}
