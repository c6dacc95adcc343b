import type { DbContext } from '#db/context.ts';
import { decodeCursor, type Page, toPage } from '#db/pagination.ts';
import type { DocumentMetadata } from '#db/schema/corpus.ts';

export interface DocumentEntry extends DocumentMetadata {
  readonly id: string;
  readonly key: string;
  /** The newest version, whatever its status. */
  readonly versionId: string;
  readonly versionNumber: number;
  readonly status: 'draft' | 'approved' | 'withdrawn';
  readonly contentSha256: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly sourceUrl: string | null;
  readonly verifiedAt: Date | null;
}

/** Documents, newest first, each with its newest version. */
export async function listDocuments(
  ctx: Pick<DbContext, 'db'>,
  input: { cursor?: string | null | undefined; limit: number },
): Promise<Page<DocumentEntry>> {
  let query = ctx.db
    .selectFrom('document as d')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('document_version')
          .selectAll()
          .whereRef('document_id', '=', 'd.id')
          .orderBy('version_number', 'desc')
          .limit(1)
          .as('v'),
      (join) => join.onTrue(),
    )
    .select([
      'd.id',
      'd.key',
      'd.title',
      'd.issuer',
      'd.number',
      'd.kind',
      'd.language',
      'd.pillar',
      'd.topics',
      'd.citable',
      'v.id as versionId',
      'v.version_number as versionNumber',
      'v.status',
      'v.content_sha256 as contentSha256',
      'v.valid_from as validFrom',
      'v.valid_to as validTo',
      'v.source_url as sourceUrl',
      'v.verified_at as verifiedAt',
    ])
    .orderBy('d.id', 'desc')
    .limit(input.limit + 1);
  if (input.cursor) query = query.where('d.id', '<', decodeCursor(input.cursor));
  return toPage(await query.execute(), input.limit, (row) => row.id);
}
