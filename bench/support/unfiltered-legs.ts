import { sql } from 'kysely';
import type { DbContext } from '#db/context.ts';
import { sizedVector, toVector } from '#db/vector.ts';
import type { StoredModel } from '../../src/retrieval/embedding-models.ts';
import { b, k1, type WeighedTerms } from '../../src/retrieval/query-terms.ts';

/** The lexical leg without a look at any version: what the product never asks. */
export async function lexicalUnfiltered(
  ctx: Pick<DbContext, 'db'>,
  terms: WeighedTerms | null,
  limit: number,
): Promise<unknown> {
  if (terms === null) return [];
  return sql`
    select l.passage_id, sum(t.gain * l.term_frequency / (l.term_frequency
      + ${sql.lit(k1 * (1 - b))}::float8 + ${terms.lengthShare}::float8 * l.passage_length)) as score
    from unnest(${[...terms.ids]}::int[], ${[...terms.gains]}::float8[]) as t(id, gain)
    join lexical_posting l on l.term_id = t.id
    group by l.passage_id order by score desc, l.passage_id limit ${limit}`.execute(ctx.db);
}

/** The dense leg likewise. */
export async function denseUnfiltered(
  ctx: Pick<DbContext, 'db'>,
  model: StoredModel,
  vector: Float32Array,
  limit: number,
): Promise<unknown> {
  const size = sql.lit(model.dimensions);
  const distance = sql`${sizedVector('e.embedding', model.dimensions)} <#> ${toVector(vector)}::vector`;
  return sql`
    select e.passage_id, -(${distance}) as score from passage_embedding e
    where e.model_id = ${sql.lit(model.id)}
    order by e.embedding::halfvec(${size}) <#> ${toVector(vector)}::halfvec(${size})
    limit ${limit}`.execute(ctx.db);
}
