import { sql } from 'kysely';
import { sizedVector, toVector } from '#db/vector.ts';
import type { RetrievalContext } from '#retrieval/index.ts';
import { exactStatement, searchDense } from '../../src/retrieval/dense.ts';
import type { StoredModel } from '../../src/retrieval/embedding-models.ts';
import type { SearchFilter } from '../../src/retrieval/filter.ts';
import { type BenchQuery, quantile, timeEach } from './measure-search.ts';

/** Selectivity in per cent, and the topic that is given to so many documents. */
const selections = { '100': null, '10': 'one-in-10', '1': 'one-in-100', '0.1': 'one-in-1000' };
const corpusSizes = [1_000, 2_000, 5_000, 10_000];
const found = 10;

type PerSelectivity = Record<keyof typeof selections, number>;

/** Recall of the ten nearest against an exact scan, and both medians in milliseconds, by selectivity. */
export async function measureRecall(
  ctx: RetrievalContext,
  model: StoredModel,
  queries: readonly BenchQuery[],
  filter: SearchFilter,
): Promise<{ recallAt10: PerSelectivity; filteredMs: PerSelectivity; exactMs: PerSelectivity }> {
  const result = { recallAt10: {}, filteredMs: {}, exactMs: {} } as Record<
    'recallAt10' | 'filteredMs' | 'exactMs',
    PerSelectivity
  >;
  for (const [percent, topic] of Object.entries(selections)) {
    const selected = topic === null ? filter : { ...filter, topics: [topic] };
    const fast: number[][] = [];
    const exact: number[][] = [];
    const fastMs = await timeEach(queries, async ({ vector }) => {
      const hits = await searchDense(ctx, model, vector, selected, found);
      fast.push(hits.map((hit) => hit.passageId));
    });
    const exactMs = await timeEach(queries, async ({ vector }) => {
      const { rows } = await exactStatement(model, vector, selected, found).execute(ctx.db);
      exact.push(rows.map((row) => row.passage_id));
    });
    const key = percent as keyof PerSelectivity;
    const hits = exact.flatMap((ids, index) => ids.filter((id) => fast[index]?.includes(id)));
    result.recallAt10[key] = Math.round((hits.length / exact.flat().length) * 1000) / 1000;
    result.filteredMs[key] = Math.round(quantile(fastMs, 0.5) * 10) / 10;
    result.exactMs[key] = Math.round(quantile(exactMs, 0.5) * 10) / 10;
  }
  return result;
}

/** Median milliseconds of an exact scan and of the index in a corpus of so many vectors. */
export async function measureCrossover(
  ctx: RetrievalContext,
  model: StoredModel,
  queries: readonly BenchQuery[],
): Promise<Record<string, { exactMs: number; indexMs: number }>> {
  const result: Record<string, { exactMs: number; indexMs: number }> = {};
  const embedding = sizedVector('embedding', model.dimensions);
  for (const size of corpusSizes) {
    await sql`create table crossover as select passage_id, ${embedding} as embedding
      from passage_embedding where model_id = ${sql.lit(model.id)} order by passage_id
      limit ${sql.lit(size)}`.execute(ctx.db);
    await sql`vacuum analyze crossover`.execute(ctx.db);
    const median = async (): Promise<number> => {
      const times = await timeEach(queries, ({ vector }) =>
        sql`select passage_id from crossover order by embedding <#> ${toVector(vector)}::vector
          limit ${sql.lit(found)}`.execute(ctx.db),
      );
      return Math.round(quantile(times, 0.5) * 100) / 100;
    };
    const exactMs = await median();
    await sql`create index on crossover using hnsw (embedding vector_ip_ops)`.execute(ctx.db);
    result[size] = { exactMs, indexMs: await median() };
    await sql`drop table crossover`.execute(ctx.db);
  }
  return result;
}
