import type { DbContext } from '#db/context.ts';
import type { EvidenceBundle } from './format.ts';

type Db = Pick<DbContext, 'db'>;

/** Every version and passage that the draft cites, as drafted or since; each once, with its text. */
export async function readSources(
  ctx: Db,
  draft: EvidenceBundle['draft'],
): Promise<Pick<EvidenceBundle, 'versions' | 'passages'>> {
  const places = draft.sentences
    .flatMap((sentence) => sentence.citations)
    .flatMap((citation) => [citation, ...citation.anchors]);
  if (places.length === 0) return { versions: [], passages: [] };
  const versionIds = [...new Set(places.map((place) => place.version_id))];
  const passageIds = [...new Set(places.map((place) => Number(place.passage_id)))];
  const versions = await ctx.db
    .selectFrom('document_version as v')
    .innerJoin('document as o', 'o.id', 'v.document_id')
    .leftJoin('app_user as u', 'u.id', 'v.approved_by')
    .select(['v.id', 'v.document_id', 'v.version_number', 'v.metadata', 'o.citable', 'v.status'])
    .select(['v.issued_on', 'v.valid_from', 'v.ends_on', 'v.source_url', 'u.name as approved_by'])
    .select(['v.approved_at', 'v.content_sha256', 'v.canonical_text'])
    .where('v.id', 'in', versionIds)
    .orderBy('v.id')
    .execute();
  const passages = await ctx.db
    .selectFrom('passage')
    .select(['id', 'version_id', 'start_offset as start', 'end_offset as end', 'heading_path'])
    .where('id', 'in', passageIds)
    .orderBy('id')
    .execute();
  return {
    versions: versions.map(({ metadata, approved_at: approvedAt, ...version }) => ({
      ...version,
      title: metadata.title,
      issuer: metadata.issuer,
      number: metadata.number,
      kind: metadata.kind,
      language: metadata.language,
      approved_at: approvedAt?.toISOString() ?? null,
    })),
    passages: passages.map((passage) => ({ ...passage, id: String(passage.id) })),
  };
}
