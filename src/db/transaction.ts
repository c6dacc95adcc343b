import type { DbContext } from './context.ts';

/** PostgreSQL's deadlock_detected and serialization_failure: nothing happened, and again it may. */
const retriable = new Set(['40P01', '40001']);
const attempts = 3;

/**
 * Runs `work` with a context whose `db` is a transaction; shadow `ctx` with the one given, because on
 * the embedded database a query through the outer one waits for ever. Re-entrant: inside a transaction
 * `work` joins it. Everything rolls back when `work` throws. A transaction that the server broke off
 * because it and another waited for each other is run again, so `work` changes nothing but the database.
 */
export async function withTransaction<C extends DbContext, T>(
  ctx: C,
  work: (ctx: C) => Promise<T>,
): Promise<T> {
  if (ctx.db.isTransaction) return work(ctx);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ctx.db.transaction().execute((db) => work({ ...ctx, db }));
    } catch (error) {
      if (attempt === attempts || !retriable.has((error as { code?: string }).code ?? '')) {
        throw error;
      }
    }
  }
}
