import type { DbContext } from '#db/context.ts';
import { isoDay } from '#platform/clock.ts';
import { NotFoundError } from '#platform/errors.ts';
import { type Standing, standingOn } from './standing-on.ts';

export interface FoundVersion {
  readonly id: string;
  readonly key: string;
  readonly version_number: number;
  readonly revision: number;
  readonly status: 'draft' | 'approved' | 'discarded';
  /** Where it stands today. */
  readonly standing: Standing;
}

/**
 * The versions of documents by their keys, or of all documents; newest first within a document, documents
 * in the order they came in. @throws NotFoundError naming a key that no document has.
 */
export async function findVersions(
  ctx: Pick<DbContext, 'db' | 'clock'>,
  input: { keys?: readonly string[]; status?: FoundVersion['status'] } = {},
): Promise<FoundVersion[]> {
  const { keys, status } = input;
  if (keys !== undefined) await refuseUnknown(ctx, keys);
  let query = ctx.db
    .selectFrom('document_version as v')
    .innerJoin('document as d', 'd.id', 'v.document_id')
    .select(['v.id', 'd.key', 'v.version_number', 'v.revision', 'v.status'])
    .select(['v.valid_from', 'v.valid_to', 'v.superseded_on', 'v.withdrawn_on'])
    .orderBy('d.id')
    .orderBy('v.version_number', 'desc');
  if (keys !== undefined) query = query.where((eb) => eb('d.key', '=', eb.fn.any(eb.val(keys))));
  if (status !== undefined) query = query.where('v.status', '=', status);
  const today = isoDay(ctx.clock());
  return (await query.execute()).map(
    ({ valid_from, valid_to, superseded_on, withdrawn_on, ...version }) => ({
      ...version,
      standing: standingOn(
        { status: version.status, valid_from, valid_to, superseded_on, withdrawn_on },
        today,
      ),
    }),
  );
}

async function refuseUnknown(ctx: Pick<DbContext, 'db'>, keys: readonly string[]): Promise<void> {
  const rows = await ctx.db
    .selectFrom('document')
    .select('key')
    .where((eb) => eb('key', '=', eb.fn.any(eb.val(keys))))
    .execute();
  const known = new Set(rows.map((row) => row.key));
  const unknown = keys.find((key) => !known.has(key));
  if (unknown === undefined) return;
  throw new NotFoundError(`no document has the key ${unknown}`, {
    field: 'keys',
    remedy: 'doichung corpus list shows the keys.',
  });
}
