import type { DbContext } from '#db/context.ts';
import { isoDay } from '#platform/clock.ts';

/** The version of a document that was in force on a day; days are YYYY-MM-DD. */
export interface VersionThen {
  readonly id: string;
  readonly number: number;
  readonly valid_from: string;
  /** First day out of force; null: no end is known. */
  readonly ends_on: string | null;
}

/**
 * For each of the documents the version in force on the day of a post, in one statement; a document
 * with none is absent. `day` is null where nobody knows when the post was written.
 */
export async function positionsThen(
  ctx: Pick<DbContext, 'db'>,
  postId: string,
  documentIds: readonly string[],
): Promise<{ day: string | null; versionOf: ReadonlyMap<string, VersionThen> }> {
  const nothing = { day: null, versionOf: new Map<string, VersionThen>() };
  if (documentIds.length === 0) return nothing;
  const post = await ctx.db
    .selectFrom('post')
    .select('posted_at')
    .where('id', '=', postId)
    .executeTakeFirst();
  if (post === undefined || post.posted_at === null) return nothing;
  const day = isoDay(post.posted_at);
  const rows = await ctx.db
    .selectFrom('document_version')
    .select(['document_id', 'id', 'version_number as number', 'valid_from', 'ends_on'])
    .where('document_id', 'in', [...new Set(documentIds)])
    .where('status', '=', 'approved')
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>', day)]))
    .execute();
  const versionOf = new Map(
    rows.map(({ document_id: documentId, ...version }) => [documentId, version]),
  );
  return { day, versionOf };
}
