import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { openTemporaryDatabase } from '#db/temporary-database.ts';
import { silentLog } from '#platform/log.ts';
import { registerModel } from '#retrieval/index.ts';
import { searchDense } from '../src/retrieval/dense.ts';
import { ensureVectorIndex } from '../src/retrieval/vector-index.ts';
import { measureCrossover, measureRecall } from './support/measure-recall.ts';
import { perSecond, prepare, quantile, searchHybrid, timeEach } from './support/measure-search.ts';
import { startServer } from './support/own-server.ts';
import { benchContext, fixedEmbedder, loadCorpus } from './support/search-context.ts';
import { searchCorpus } from './support/search-corpus.ts';

const filter = { asOf: '2026-01-01', classification: 'citable' as const };

/**
 * Searches a generated corpus on PostgreSQL through the code that serves posts, embedding excluded: one
 * at a time for the latencies, then `--clients` at once for the rates, rounds of hybrid and vector-only
 * search alternating so that other load on the machine hits both alike. Recall is of the ten nearest,
 * against an exact scan. Options: --passages N, --queries N, --rounds N, --clients N, --seed N,
 * --database-url URL (a server to make a temporary database on; else one is started and dropped).
 */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args,
    options: {
      passages: { type: 'string', default: '100000' },
      queries: { type: 'string', default: '200' },
      rounds: { type: 'string', default: '3' },
      clients: { type: 'string', default: '2' },
      seed: { type: 'string', default: '1' },
      'database-url': { type: 'string' },
    },
  });
  const corpus = searchCorpus(Number(values.passages), Number(values.seed));
  const given = values['database-url'];
  await using server = given === undefined ? await startServer() : null;
  await using database = await openTemporaryDatabase(given ?? server?.url ?? null, silentLog);
  const embedder = fixedEmbedder();
  const ctx = benchContext(database.db, embedder);
  const model = await registerModel(ctx, embedder.info);
  const startedAt = performance.now();
  const stored = await loadCorpus(ctx, model.id, corpus, Number(values.passages));
  const loadedAt = performance.now();
  await ensureVectorIndex(ctx, model);
  const indexedAt = performance.now();
  await sql`vacuum analyze`.execute(ctx.db);

  const queries = await prepare(ctx, embedder, corpus.queries(Number(values.queries)));
  await timeEach(queries, (query) => searchHybrid(ctx, query, filter));
  const hybridMs = await timeEach(queries, (query) => searchHybrid(ctx, query, filter));
  const nearest = (query: (typeof queries)[number]): Promise<unknown> =>
    searchDense(ctx, model, query.vector, filter, 10);
  const vectorMs = await timeEach(queries, nearest);
  const rates = { hybrid: [] as number[], vector: [] as number[] };
  const clients = Number(values.clients);
  for (let round = 0; round < Number(values.rounds); round += 1) {
    rates.vector.push(await perSecond(queries, clients, nearest));
    rates.hybrid.push(
      await perSecond(queries, clients, (query) => searchHybrid(ctx, query, filter)),
    );
  }
  const hybridQps = quantile(rates.hybrid, 0.5);
  const vectorQps = quantile(rates.vector, 0.5);
  const recall = await measureRecall(ctx, model, queries, filter);
  return {
    hybridP50Ms: round1(quantile(hybridMs, 0.5)),
    hybridP95Ms: round1(quantile(hybridMs, 0.95)),
    hybridQps: round1(hybridQps),
    vectorQps: round1(vectorQps),
    ratio: Math.round((hybridQps / vectorQps) * 100) / 100,
    ...recall,
    vectorP50Ms: round1(quantile(vectorMs, 0.5)),
    crossover: await measureCrossover(ctx, model, queries),
    clients,
    queries: queries.length,
    ...stored,
    loadSeconds: Math.round((loadedAt - startedAt) / 1000),
    indexSeconds: Math.round((indexedAt - loadedAt) / 1000),
    loadAverage: round1(loadavg()[0] ?? 0),
  };
}

function round1(value: number): number {
  return Math.round(value * 10) / 10;
}
