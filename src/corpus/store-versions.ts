import type { DbContext } from '#db/context.ts';
import { isoDay } from '#platform/clock.ts';
import { sha256Hex } from '#platform/hash.ts';
import type { PlannedVersion } from './import-item.ts';
import { metadataOf } from './metadata.ts';

/** Rows of one insert; every row has its own parameters, and a statement takes 65,535. */
const chunkSize = 1_000;

/**
 * Writes new documents, draft versions, their author's contribution and the original files, in the
 * caller's transaction. Returns the SHA-256 of each version's canonical text, in order.
 */
export async function storeVersions(
  ctx: DbContext,
  userId: string,
  planned: readonly PlannedVersion[],
  documentIds: ReadonlyMap<string, string>,
): Promise<string[]> {
  const at = ctx.clock();
  await storeFiles(ctx, planned);
  const fresh = planned.filter((version) => version.isNewDocument);
  const documents = fresh.map(({ item, documentId }) => ({
    id: documentId,
    key: item.document.key,
    ...metadataOf(item.document),
    created_by: userId,
    created_at: at,
  }));
  for (let start = 0; start < documents.length; start += chunkSize) {
    const chunk = documents.slice(start, start + chunkSize);
    await ctx.db.insertInto('document').values(chunk).execute();
  }
  const rows = await Promise.all(
    planned.map((version) => versionRow(version, { userId, at, documentIds })),
  );
  for (let start = 0; start < rows.length; start += chunkSize) {
    const chunk = rows.slice(start, start + chunkSize);
    await ctx.db.insertInto('document_version').values(chunk).execute();
    await ctx.db
      .insertInto('version_contribution')
      .values(chunk.map(({ id }) => ({ version_id: id, user_id: userId, contributed_at: at })))
      .execute();
  }
  return rows.map((row) => row.content_sha256);
}

/** By content: the same file for many documents, or imported twice, is there once. */
async function storeFiles(ctx: DbContext, planned: readonly PlannedVersion[]): Promise<void> {
  const files = new Map(
    planned.flatMap(({ item }) => (item.file === undefined ? [] : [[item.file.sha256, item.file]])),
  );
  if (files.size === 0) return;
  const stored = await ctx.db
    .selectFrom('source_file')
    .select('sha256')
    .where('sha256', 'in', [...files.keys()])
    .execute();
  // The rows of a large table come in many batches; its bytes are sent once.
  for (const { sha256 } of stored) files.delete(sha256);
  for (const { sha256, mediaType, bytes } of files.values()) {
    await ctx.db
      .insertInto('source_file')
      .values({
        sha256,
        media_type: mediaType,
        byte_length: bytes.length,
        bytes,
        stored_at: ctx.clock(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

async function versionRow(
  version: PlannedVersion,
  given: { userId: string; at: Date; documentIds: ReadonlyMap<string, string> },
) {
  const { document, sourceName, sourceSha256, file, places = [], proposals = [] } = version.item;
  return {
    id: version.versionId,
    document_id: version.documentId,
    version_number: version.versionNumber,
    canonical_text: document.text,
    content_sha256: await sha256Hex(document.text),
    metadata: JSON.stringify(metadataOf(document)),
    source_name: sourceName,
    source_sha256: sourceSha256,
    source_file_sha256: file?.sha256 ?? null,
    source_places: JSON.stringify(places),
    proposals: JSON.stringify(proposals),
    source_url: document.source_url ?? null,
    issued_on: document.issued_on ?? null,
    valid_from: document.valid_from ?? document.issued_on ?? isoDay(given.at),
    valid_to: document.valid_to ?? null,
    supersedes: (document.supersedes ?? []).map((key) => given.documentIds.get(key) as string),
    status: 'draft' as const,
    superseded_by: null,
    created_by: given.userId,
    created_at: given.at,
    approved_by: null,
    approved_at: null,
    verified_at: null,
    recheck_by: document.recheck_by ?? null,
  };
}
