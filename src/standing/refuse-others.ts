import type { DbContext } from '#db/context.ts';
import { ConflictError, NotFoundError } from '#platform/errors.ts';

/**
 * Locks versions in one order and sees that all have the status wanted.
 * @throws NotFoundError | ConflictError naming the first that has not.
 */
export async function refuseOthers(
  ctx: DbContext,
  versionIds: readonly string[],
  { status, remedy }: { status: 'draft' | 'approved'; remedy: string },
): Promise<void> {
  const rows = await ctx.db
    .selectFrom('document_version as v')
    .innerJoin('document as d', 'd.id', 'v.document_id')
    .select(['d.key', 'v.version_number', 'v.status'])
    .where('v.id', 'in', [...versionIds])
    .orderBy('v.document_id')
    .orderBy('v.version_number')
    .forUpdate('v')
    .execute();
  if (rows.length < versionIds.length) throw noSuchVersion();
  const other = rows.find((row) => row.status !== status);
  if (other === undefined) return;
  const name = `version ${other.version_number} of ${other.key}`;
  throw new ConflictError(
    status === 'draft' ? `${name} is ${other.status}, not a draft` : `${name} is ${other.status}`,
    { field: 'version', remedy },
  );
}

export function noSuchVersion(): NotFoundError {
  return new NotFoundError('there is no such version', {
    field: 'version',
    remedy: 'A document lists its versions with their ids.',
  });
}
