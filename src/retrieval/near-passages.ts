import { type RawBuilder, sql } from 'kysely';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { sizedVector } from '#db/vector.ts';
import type { DenseHit } from './dense.ts';
import { activeModel, type StoredModel } from './embedding-models.ts';

/**
 * Candidates the index keeps on its way: 20 of 4,000 with a recall of .999 in 5 ms on the embedded
 * database; with the 400 of a search the planner takes a scan of all for cheaper, which is 30 ms.
 */
const searched = 100;

export interface NearPassagesOptions {
  /** Only passages of approved versions in force after this day (YYYY-MM-DD), begun or not. */
  readonly endsAfter: string;
  /** Neighbours of each passage at most. */
  readonly limit: number;
}

/**
 * The passages of the same language nearest to each given one by the vectors stored for them, best first;
 * none for a passage without a vector of the active model.
 */
export async function nearPassages(
  ctx: DbContext,
  passageIds: readonly number[],
  options: NearPassagesOptions,
): Promise<Map<number, DenseHit[]>> {
  const near = new Map<number, DenseHit[]>();
  const model = await activeModel(ctx);
  if (model === null) return near;
  await withTransaction(ctx, async (ctx) => {
    await sql`set local hnsw.ef_search = ${sql.lit(searched)}`.execute(ctx.db);
    for (const id of passageIds) {
      const { rows } = await nearStatement(model, id, options).execute(ctx.db);
      const hits = rows.map((row) => ({ passageId: row.passage_id, score: row.score }));
      near.set(
        id,
        hits.toSorted((a, b) => b.score - a.score),
      );
    }
  });
  return near;
}

/** The vector is read once, by a subquery, and its order comes from the model's HNSW index (`dense.ts`). */
export function nearStatement(
  model: StoredModel,
  passageId: number,
  { endsAfter, limit }: NearPassagesOptions,
): RawBuilder<{ passage_id: number; score: number }> {
  const size = sql.lit(model.dimensions);
  const own = (column: RawBuilder<unknown>) => sql`(
    select ${column} from passage_embedding
    where model_id = ${sql.lit(model.id)} and passage_id = ${passageId})`;
  return sql`
    select e.passage_id,
      -(${sizedVector('e.embedding', model.dimensions)} <#> ${own(sizedVector('embedding', model.dimensions))}) as score
    from passage_embedding e
    join passage p on p.id = e.passage_id and p.id <> ${passageId}
      and p.language = (select language from passage where id = ${passageId})
    join document_version v on v.id = p.version_id and v.status = 'approved'
      and (v.ends_on is null or v.ends_on > ${endsAfter}::date)
    where e.model_id = ${sql.lit(model.id)}
      and exists ${own(sql`1`)}
    order by e.embedding::halfvec(${size}) <#> ${own(sql`embedding::halfvec(${size})`)}
    limit ${limit}`;
}
