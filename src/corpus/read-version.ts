import type { DbContext } from '#db/context.ts';
import { isoDay } from '#platform/clock.ts';
import { NotFoundError } from '#platform/errors.ts';
import { standingOn } from './standing-on.ts';

export type VersionView = Awaited<ReturnType<typeof readVersion>>;

/** Some of a version's passages in the order of its text: from an ordinal (from 0) on, at most `limit`. */
export interface PassageWindow {
  readonly from: number;
  readonly limit: number;
}

/**
 * One version with its text, provenance and what was proposed for it, and its passages: all, or those in
 * `window`; `passage_count` counts all. @throws NotFoundError
 */
export async function readVersion(
  ctx: Pick<DbContext, 'db' | 'clock'>,
  versionId: string,
  window?: PassageWindow,
) {
  const version = await ctx.db
    .selectFrom('document_version as v')
    .innerJoin('document as d', 'd.id', 'v.document_id')
    .leftJoin('source_file as f', 'f.sha256', 'v.source_file_sha256')
    .select(['v.id', 'v.document_id', 'd.key', 'v.version_number', 'v.revision', 'v.status'])
    .select(['v.canonical_text', 'v.content_sha256', 'v.metadata', 'v.source_name'])
    .select(['v.source_sha256', 'v.source_url', 'v.source_places', 'v.proposals', 'v.issued_on'])
    .select(['v.valid_from', 'v.valid_to', 'v.ends_on', 'v.superseded_by', 'v.superseded_on'])
    .select(['v.withdrawn_on', 'v.withdrawal_reason', 'v.verified_at', 'v.recheck_by'])
    .select(['v.supersedes', 'v.source_file_sha256', 'f.media_type', 'f.byte_length'])
    .where('v.id', '=', versionId)
    .executeTakeFirst();
  if (version === undefined) throw new NotFoundError('no such version', { field: 'version' });
  const passages = await passagesOf(ctx, versionId, window);
  const { passage_count } = await ctx.db
    .selectFrom('passage')
    .select((eb) => eb.fn.countAll<number>().as('passage_count'))
    .where('version_id', '=', versionId)
    .executeTakeFirstOrThrow();
  const contributors = await ctx.db
    .selectFrom('version_contribution as c')
    .innerJoin('app_user as u', 'u.id', 'c.user_id')
    .select(['u.id', 'u.name'])
    .where('c.version_id', '=', versionId)
    .orderBy('c.contributed_at')
    .execute();
  return {
    ...version,
    supersedes: await keysOf(ctx, version.supersedes),
    standing: standingOn(version, isoDay(ctx.clock())),
    passages,
    passage_count,
    contributors,
  };
}

function passagesOf(ctx: Pick<DbContext, 'db'>, versionId: string, window?: PassageWindow) {
  let query = ctx.db
    .selectFrom('passage')
    .select(['id', 'ordinal', 'start_offset', 'end_offset', 'heading_path', 'text'])
    .where('version_id', '=', versionId)
    .orderBy('ordinal');
  if (window !== undefined) {
    query = query.where('ordinal', '>=', window.from).limit(window.limit);
  }
  return query.execute();
}

/** The original file of a version. @throws NotFoundError when the version or its file is not there. */
export async function readSource(ctx: Pick<DbContext, 'db'>, versionId: string) {
  const file = await ctx.db
    .selectFrom('document_version as v')
    .innerJoin('source_file as f', 'f.sha256', 'v.source_file_sha256')
    .select(['f.sha256', 'f.media_type', 'f.bytes', 'v.source_name'])
    .where('v.id', '=', versionId)
    .executeTakeFirst();
  if (file !== undefined) return file;
  throw new NotFoundError('no original is kept of this version', {
    field: 'version',
    remedy: 'Originals are kept of versions imported from files.',
  });
}

async function keysOf(
  ctx: Pick<DbContext, 'db'>,
  documentIds: readonly string[],
): Promise<string[]> {
  if (documentIds.length === 0) return [];
  const rows = await ctx.db
    .selectFrom('document')
    .select('key')
    .where('id', 'in', [...documentIds])
    .orderBy('key')
    .execute();
  return rows.map((row) => row.key);
}
