import type { DbContext } from '#db/context.ts';
import type { DiffPassage } from './diff-passage.ts';

/** The passages of a version in their order; none when there is no such version. */
export function readDiffPassages(
  ctx: Pick<DbContext, 'db'>,
  versionId: string,
): Promise<DiffPassage[]> {
  return ctx.db
    .selectFrom('passage')
    .select(['id', 'ordinal', 'start_offset as start', 'end_offset as end'])
    .select(['text', 'heading_path as headingPath'])
    .where('version_id', '=', versionId)
    .orderBy('ordinal')
    .execute();
}
