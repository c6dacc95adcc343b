import type { DbContext } from '#db/context.ts';
import { NotFoundError } from '#platform/errors.ts';

/** The newest approved version of the same document before this one. @throws NotFoundError */
export async function versionBefore(
  ctx: Pick<DbContext, 'db'>,
  versionId: string,
): Promise<string> {
  const before = await ctx.db
    .selectFrom('document_version as v')
    .innerJoin('document_version as b', (join) =>
      join
        .onRef('b.document_id', '=', 'v.document_id')
        .onRef('b.version_number', '<', 'v.version_number')
        .on('b.status', '=', 'approved'),
    )
    .select('b.id')
    .where('v.id', '=', versionId)
    .orderBy('b.version_number', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (before !== undefined) return before.id;
  throw new NotFoundError('no approved version came before this one', {
    field: 'against',
    remedy: 'Name the version to compare with.',
  });
}
