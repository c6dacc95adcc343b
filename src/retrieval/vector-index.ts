import { sql } from 'kysely';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import type { StoredModel } from './embedding-models.ts';

/** With fewer vectors an exact scan is as fast as the index: 4.3 ms and 3.7 with 2,000. */
const worthIndexing = 2_000;
/** Any fixed number: two processes must not build the same index at once. */
const buildLock = 7_301_882;

/**
 * Builds the model's HNSW index once it has enough vectors to be worth it; later vectors go in one by
 * one. Built over 10,378 vectors on the embedded database it takes 15 s; filled row by row 75 s.
 */
export async function ensureVectorIndex(ctx: DbContext, model: StoredModel): Promise<void> {
  const stored = await ctx.db
    .selectFrom('passage_embedding')
    .select('passage_id')
    .where('model_id', '=', model.id)
    .offset(worthIndexing - 1)
    .limit(1)
    .executeTakeFirst();
  if (stored === undefined) return;
  await withTransaction(ctx, async (ctx) => {
    await sql`select pg_advisory_xact_lock(${buildLock})`.execute(ctx.db);
    // One index per model, on the cast: vectors of different lengths share the table.
    await sql`select index_vectors(${model.id}, ${model.dimensions})`.execute(ctx.db);
  });
}
