import type { DbContext } from '#db/context.ts';
import { isoDay } from '#platform/clock.ts';
import { NotFoundError } from '#platform/errors.ts';
import { standingOn } from './standing-on.ts';

export type DocumentView = Awaited<ReturnType<typeof readDocument>>;
export type VersionEntry = DocumentView['versions'][number];

/** A document, by id or key, with all its versions, newest first. @throws NotFoundError */
export async function readDocument(
  ctx: Pick<DbContext, 'db' | 'clock'>,
  wanted: { id: string } | { key: string },
) {
  let query = ctx.db
    .selectFrom('document')
    .select(['id', 'key', 'title', 'issuer', 'number', 'kind', 'language', 'pillar', 'topics'])
    .select(['citable', 'created_at']);
  query = 'id' in wanted ? query.where('id', '=', wanted.id) : query.where('key', '=', wanted.key);
  const document = await query.executeTakeFirst();
  if (document === undefined) {
    throw new NotFoundError('no such document', {
      field: 'document',
      remedy: 'The list of documents shows their keys.',
    });
  }
  const today = isoDay(ctx.clock());
  const versions = await ctx.db
    .selectFrom('document_version as v')
    .innerJoin('app_user as c', 'c.id', 'v.created_by')
    .leftJoin('app_user as a', 'a.id', 'v.approved_by')
    .leftJoin('app_user as w', 'w.id', 'v.withdrawn_by')
    .leftJoin('document_version as s', 's.id', 'v.superseded_by')
    .leftJoin('document as sd', 'sd.id', 's.document_id')
    .select(['v.id', 'v.version_number', 'v.revision', 'v.status', 'v.valid_from', 'v.valid_to'])
    .select(['v.ends_on', 'v.superseded_by', 'v.superseded_on', 'v.withdrawn_on'])
    .select(['v.withdrawn_at', 'v.withdrawal_reason', 'v.verified_at', 'v.recheck_by'])
    .select(['v.issued_on', 'v.content_sha256', 'v.created_at', 'v.approved_at'])
    .select(['c.name as created_by', 'a.name as approved_by', 'w.name as withdrawn_by'])
    .select(['s.version_number as successor_number', 'sd.key as successor_key'])
    .where('v.document_id', '=', document.id)
    .orderBy('v.version_number', 'desc')
    .execute();
  return {
    ...document,
    versions: versions.map((version) => ({ ...version, standing: standingOn(version, today) })),
  };
}
