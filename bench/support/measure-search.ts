import type { Embedder } from '#ai/ports.ts';
import {
  prepareQueries,
  type QueryBatch,
  type RetrievalContext,
  searchPassages,
} from '#retrieval/index.ts';
import type { SearchFilter } from '../../src/retrieval/filter.ts';
import type { SyntheticText } from './search-corpus.ts';

export interface BenchQuery {
  readonly batch: QueryBatch;
  readonly vector: Float32Array;
}

/** Queries as posts' claims become them, each with the vector that was generated for it. */
export async function prepare(
  ctx: RetrievalContext,
  embedder: Embedder & { next: Float32Array },
  texts: readonly SyntheticText[],
): Promise<BenchQuery[]> {
  const queries: BenchQuery[] = [];
  for (const { text, vector } of texts) {
    embedder.next = vector;
    queries.push({ batch: await prepareQueries(ctx, [text]), vector });
  }
  return queries;
}

export async function searchHybrid(
  ctx: RetrievalContext,
  { batch }: BenchQuery,
  filter: SearchFilter,
): Promise<void> {
  const [query] = batch.queries;
  if (query === undefined) throw new Error('a query was not prepared');
  await searchPassages(ctx, batch, query, { filter, limit: 10 });
}

/** Milliseconds of each, one after another. */
export async function timeEach<T>(
  items: readonly T[],
  work: (item: T) => Promise<unknown>,
): Promise<number[]> {
  const times: number[] = [];
  for (const item of items) {
    const startedAt = performance.now();
    await work(item);
    times.push(performance.now() - startedAt);
  }
  return times;
}

/** How many of the items are done in a second by this many clients, each taking the next one. */
export async function perSecond<T>(
  items: readonly T[],
  clients: number,
  work: (item: T) => Promise<unknown>,
): Promise<number> {
  const startedAt = performance.now();
  const left = items.values();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (const item of left) await work(item);
    }),
  );
  return (items.length / (performance.now() - startedAt)) * 1000;
}

/** The value below which the share `at` of the values lies. */
export function quantile(values: readonly number[], at: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))] ?? Number.NaN;
}
