import { type RawBuilder, sql } from 'kysely';
import type { DbContext } from '#db/context.ts';
import { sizedVector, toVector } from '#db/vector.ts';
import type { StoredModel } from './embedding-models.ts';
import { inForce, isNarrow, type SearchFilter } from './filter.ts';

export interface DenseHit {
  readonly passageId: number;
  /** Cosine of query and passage, −1 to 1. */
  readonly score: number;
}

interface DenseRow {
  passage_id: number;
  score: number;
}

/**
 * A filter that leaves at most this many passages is scanned exactly. One in ten of 100,000: 22 ms of the
 * server's processor and every neighbour, against 30 ms and a recall of .73 through the index in strict
 * order, .94 in relaxed order (limit 50).
 */
const scannedExactly = 20_000;

/**
 * The `limit` passages in force nearest to `vector`, best first; fewer only when there are fewer, none
 * in an empty corpus. Through the model's HNSW index, and exactly while there are too few vectors for
 * one (`vector-index.ts`), when the filter leaves few passages, or when the index came back short: an
 * iterative scan gives up after `hnsw.max_scan_tuples`, and 1 in 1,000 passages is then not found.
 */
export async function searchDense(
  ctx: Pick<DbContext, 'db'>,
  model: StoredModel,
  vector: Float32Array,
  filter: SearchFilter,
  limit: number,
): Promise<DenseHit[]> {
  if (!isNarrow(filter) || (await exceeds(ctx, filter, scannedExactly))) {
    const { rows } = await denseStatement(model, vector, filter, limit).execute(ctx.db);
    // A relaxed scan hands out what each of its rounds found, one round after the other.
    if (rows.length >= limit) return rows.map(toHit).toSorted((a, b) => b.score - a.score);
  }
  const { rows } = await exactStatement(model, vector, filter, limit).execute(ctx.db);
  return rows.map(toHit);
}

/**
 * Vectors have length one, so the inner product `<#>` (negated by pgvector) is the cosine. The index holds
 * numbers of 16 bits: half the pages to read; what it finds is scored with all of theirs.
 */
export function denseStatement(
  model: StoredModel,
  vector: Float32Array,
  filter: SearchFilter,
  limit: number,
): RawBuilder<DenseRow> {
  const size = sql.lit(model.dimensions);
  return sql`
    select e.passage_id, -(${distanceTo(model, vector)}) as score
    from passage_embedding e join passage p on p.id = e.passage_id ${inForce(filter)}
    where e.model_id = ${sql.lit(model.id)}
    order by e.embedding::halfvec(${size}) <#> ${toVector(vector)}::halfvec(${size})
    limit ${limit}`;
}

/** The same without the index: `materialized` keeps the order from being pushed into the scan. */
export function exactStatement(
  model: StoredModel,
  vector: Float32Array,
  filter: SearchFilter,
  limit: number,
): RawBuilder<DenseRow> {
  return sql`
    with near as materialized (
      select e.passage_id, -(${distanceTo(model, vector)}) as score
      from passage p ${inForce(filter)}
      join passage_embedding e on e.passage_id = p.id and e.model_id = ${sql.lit(model.id)}
    )
    select passage_id, score from near order by score desc, passage_id limit ${limit}`;
}

/** Cosine of given passages: for those that only the lexical leg found. */
export async function scoreDense(
  ctx: Pick<DbContext, 'db'>,
  model: StoredModel,
  vector: Float32Array,
  passageIds: readonly number[],
): Promise<DenseHit[]> {
  if (passageIds.length === 0) return [];
  const { rows } = await sql<DenseRow>`
    select e.passage_id, -(${distanceTo(model, vector)}) as score
    from passage_embedding e
    where e.model_id = ${sql.lit(model.id)} and e.passage_id = any(${[...passageIds]}::int[])`.execute(
    ctx.db,
  );
  return rows.map(toHit);
}

/** Whether a filter leaves more than `limit` passages; stops counting there. */
async function exceeds(
  ctx: Pick<DbContext, 'db'>,
  filter: SearchFilter,
  limit: number,
): Promise<boolean> {
  const { rows } = await sql<{ found: number }>`
    select count(*)::int as found from (
      select 1 from passage p ${inForce(filter)} limit ${limit + 1}
    ) as counted`.execute(ctx.db);
  return (rows[0]?.found ?? 0) > limit;
}

function distanceTo(model: StoredModel, vector: Float32Array): RawBuilder<number> {
  return sql`${sizedVector('e.embedding', model.dimensions)} <#> ${toVector(vector)}::vector`;
}

function toHit(row: DenseRow): DenseHit {
  return { passageId: row.passage_id, score: row.score };
}
