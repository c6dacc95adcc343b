import type { DbContext } from './context.ts';

/**
 * Runs `work` with a context whose `db` is a transaction; shadow `ctx` with the one given, because on
 * the embedded database a query through the outer one waits for ever. Re-entrant: inside a transaction
 * `work` joins it. Everything rolls back when `work` throws.
 */
export async function withTransaction<C extends DbContext, T>(
  ctx: C,
  work: (ctx: C) => Promise<T>,
): Promise<T> {
  if (ctx.db.isTransaction) return work(ctx);
  return ctx.db.transaction().execute((db) => work({ ...ctx, db }));
}
