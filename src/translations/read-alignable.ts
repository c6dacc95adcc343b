import type { DbContext } from '#db/context.ts';
import type { AlignablePassage } from './likeness.ts';

/** The passages of a version in order, with their vectors of the active model where they have one. */
export async function readAlignable(
  ctx: Pick<DbContext, 'db'>,
  versionId: string,
): Promise<AlignablePassage[]> {
  const model = await ctx.db
    .selectFrom('embedding_model')
    .select('id')
    .where('state', '=', 'active')
    .executeTakeFirst();
  const rows = await ctx.db
    .selectFrom('passage as p')
    .leftJoin('passage_embedding as e', (join) =>
      join.onRef('e.passage_id', '=', 'p.id').on('e.model_id', '=', model?.id ?? -1),
    )
    .select(['p.id', 'p.text', 'p.heading_path', 'e.embedding'])
    .where('p.version_id', '=', versionId)
    .orderBy('p.ordinal')
    .execute();
  return rows.map(({ id, text, heading_path: headingPath, embedding }) => ({
    id,
    text,
    headingPath,
    // pgvector writes a vector as JSON writes a list of numbers.
    vector: embedding === null ? null : Float32Array.from(JSON.parse(embedding) as number[]),
  }));
}
