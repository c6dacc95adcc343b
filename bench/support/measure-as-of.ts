import { sql } from 'kysely';
import { openTemporaryDatabase } from '#db/temporary-database.ts';
import { silentLog } from '#platform/log.ts';
import { registerModel } from '#retrieval/index.ts';
import { searchDense } from '../../src/retrieval/dense.ts';
import { searchLexical } from '../../src/retrieval/lexical.ts';
import { findTerms } from '../../src/retrieval/query-terms.ts';
import { ensureVectorIndex } from '../../src/retrieval/vector-index.ts';
import { prepare, quantile, timeEach } from './measure-search.ts';
import { startServer } from './own-server.ts';
import { benchContext, fixedEmbedder, loadCorpus } from './search-context.ts';
import { searchCorpus } from './search-corpus.ts';
import { denseUnfiltered, lexicalUnfiltered } from './unfiltered-legs.ts';

const queryCount = 100;
const rounds = 5;
const limit = 50;
/** Of so many versions one has ended before the day of the search. */
const oneEndedIn = 4;
const day = '2026-01-01';

/**
 * Both legs with the as-of filter, over a corpus of which a quarter is out of force, and without any look
 * at versions; medians of rounds that alternate, so that other load hits both alike.
 */
export async function measureAsOf(options: {
  readonly passages: number;
  readonly seed: number;
  readonly serverUrl: string | null;
}): Promise<Record<string, number>> {
  const corpus = searchCorpus(options.passages, options.seed);
  await using server = options.serverUrl === null ? await startServer() : null;
  await using database = await openTemporaryDatabase(
    options.serverUrl ?? server?.url ?? null,
    silentLog,
  );
  const embedder = fixedEmbedder();
  const ctx = benchContext(database.db, embedder);
  const model = await registerModel(ctx, embedder.info);
  const stored = await loadCorpus(ctx, model.id, corpus, options.passages);
  await sql`
    update document_version set withdrawn_on = '2023-01-01', withdrawn_by = approved_by,
      withdrawn_at = now(), withdrawal_reason = 'bench'
    where id in (select id from (select id, row_number() over (order by id) as n
      from document_version) as numbered where n % ${sql.lit(oneEndedIn)} = 0)`.execute(ctx.db);
  await ensureVectorIndex(ctx, model);
  await sql`vacuum analyze`.execute(ctx.db);
  const prepared = await prepare(ctx, embedder, corpus.queries(queryCount));
  const queries = await Promise.all(
    prepared.map(async ({ batch, vector }) => ({
      vector,
      terms: await findTerms(ctx, batch.queries[0]?.terms ?? new Map()),
    })),
  );
  const filter = { asOf: day, classification: 'citable' as const };
  const medians = { filtered: [] as number[], unfiltered: [] as number[] };
  for (let round = 0; round <= rounds; round += 1) {
    const filtered = await timeEach(queries, async ({ terms, vector }) => {
      await searchLexical(ctx, terms, filter, limit);
      await searchDense(ctx, model, vector, filter, limit);
    });
    const unfiltered = await timeEach(queries, async ({ terms, vector }) => {
      await lexicalUnfiltered(ctx, terms, limit);
      await denseUnfiltered(ctx, model, vector, limit);
    });
    // The first round fills caches.
    if (round === 0) continue;
    medians.filtered.push(quantile(filtered, 0.5));
    medians.unfiltered.push(quantile(unfiltered, 0.5));
  }
  const asOfMs = quantile(medians.filtered, 0.5);
  const unfilteredMs = quantile(medians.unfiltered, 0.5);
  return {
    passages: stored.passages,
    outOfForceShare: 1 / oneEndedIn,
    asOfMs: Math.round(asOfMs * 100) / 100,
    unfilteredMs: Math.round(unfilteredMs * 100) / 100,
    ratio: Math.round((asOfMs / unfilteredMs) * 100) / 100,
  };
}
