import type { DbContext } from '#db/context.ts';
import { NotFoundError } from '#platform/errors.ts';

/** Passages of one answer. */
export const maxPassages = 1_000;

/**
 * Passages of a version in the order of its text, from an ordinal (from 0) on, at most `limit`;
 * `nextFrom` is null on the last page. Offsets are code points into the canonical text.
 * @throws NotFoundError
 */
export async function listPassages(
  ctx: Pick<DbContext, 'db'>,
  { versionId, from, limit }: { versionId: string; from: number; limit: number },
) {
  const version = await ctx.db
    .selectFrom('document_version')
    .select('id')
    .where('id', '=', versionId)
    .executeTakeFirst();
  if (version === undefined) throw new NotFoundError('no such version', { field: 'version' });
  const rows = await ctx.db
    .selectFrom('passage')
    .select(['id', 'ordinal', 'start_offset', 'end_offset', 'heading_path', 'text'])
    .where('version_id', '=', versionId)
    .where('ordinal', '>=', from)
    .orderBy('ordinal')
    .limit(limit + 1)
    .execute();
  return {
    items: rows.slice(0, limit),
    nextFrom: rows.length > limit ? (rows[limit]?.ordinal ?? null) : null,
  };
}
