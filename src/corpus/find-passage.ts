import type { DbContext } from '#db/context.ts';

/**
 * The ordinal (from 0) of a passage of a version: by its id, or the one that holds an offset (code points
 * into the canonical text); null where the version has none there. White space between two passages
 * belongs to the one before.
 */
export async function findPassage(
  ctx: Pick<DbContext, 'db'>,
  wanted: { versionId: string } & ({ passageId: number } | { offset: number }),
): Promise<number | null> {
  let query = ctx.db
    .selectFrom('passage')
    .select('ordinal')
    .where('version_id', '=', wanted.versionId)
    .orderBy('ordinal', 'desc')
    .limit(1);
  query =
    'offset' in wanted
      ? query.where('start_offset', '<=', wanted.offset)
      : query.where('id', '=', wanted.passageId);
  return (await query.executeTakeFirst())?.ordinal ?? null;
}
