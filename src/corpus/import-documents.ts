import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { ForbiddenError, ValidationError } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { chunkText } from './chunk.ts';
import type { ImportItem, ImportResult, PlannedVersion } from './import-item.ts';
import { storePassages } from './store-passages.ts';
import { storeVersions } from './store-versions.ts';

export const embedPassagesJob = 'embed-passages';

/**
 * Imports documents as draft versions, with their passages, lexical index, embedding job and audit
 * entries, in one transaction; another person approves them. With `dryRun` nothing is written.
 * @throws ValidationError when two documents share a key.
 */
export async function importDocuments(
  ctx: DbContext,
  input: { items: readonly ImportItem[]; dryRun?: boolean },
): Promise<ImportResult[]> {
  const userId = ctx.actor.userId;
  if (userId === null) throw new ForbiddenError('an import belongs to a user');
  refuseDuplicateKeys(input.items);
  return withTransaction(ctx, async (ctx) => {
    const { planned, results } = await plan(ctx, input.items);
    const documentIds = await supersededDocuments(ctx, planned);
    if (input.dryRun !== true && planned.length > 0) {
      await store(ctx, userId, planned, documentIds);
    }
    return results;
  });
}

async function plan(ctx: DbContext, items: readonly ImportItem[]) {
  const latest = await latestVersions(
    ctx,
    items.map((item) => item.document.key),
  );
  const planned: PlannedVersion[] = [];
  const results = items.map((item): ImportResult => {
    const { key } = item.document;
    const known = latest.get(key);
    // What was discarded may be imported again.
    if (known?.source_sha256 === item.sourceSha256 && known.status !== 'discarded') {
      return { key, change: 'unchanged', versionId: null, passages: 0 };
    }
    const version: PlannedVersion = {
      item,
      documentId: known?.document_id ?? newId(),
      isNewDocument: known === undefined,
      versionNumber: (known?.version_number ?? 0) + 1,
      versionId: newId(),
      chunks: chunkText(item.document.text, {
        language: item.document.language,
        title: item.document.title,
      }),
    };
    planned.push(version);
    return {
      key,
      change: version.isNewDocument ? 'created' : 'new_version',
      versionId: version.versionId,
      passages: version.chunks.length,
    };
  });
  return { planned, results };
}

async function latestVersions(ctx: DbContext, keys: readonly string[]) {
  if (keys.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom('document')
    .innerJoin('document_version as v', 'v.document_id', 'document.id')
    .distinctOn('document.id')
    .select(['document.key', 'v.document_id', 'v.version_number', 'v.source_sha256', 'v.status'])
    .where('document.key', 'in', [...keys])
    .orderBy('document.id')
    .orderBy('v.version_number', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.key, row]));
}

async function store(
  ctx: DbContext,
  userId: string,
  planned: readonly PlannedVersion[],
  documentIds: ReadonlyMap<string, string>,
): Promise<void> {
  const hashes = await storeVersions(ctx, userId, planned, documentIds);
  await storePassages(
    ctx,
    planned.map(({ item, ...version }) => ({
      versionId: version.versionId,
      language: item.document.language,
      title: item.document.title,
      chunks: version.chunks,
      earlierOf: version.isNewDocument ? null : version.documentId,
    })),
  );
  await ctx.jobs.enqueue(ctx.db, embedPassagesJob, [{}]);
  await appendAudit(
    ctx,
    planned.map((version, index) => ({
      action: 'version.imported',
      entityType: 'document_version',
      entityId: version.versionId,
      details: {
        document: version.item.document.key,
        version: version.versionNumber,
        source_sha256: version.item.sourceSha256,
        content_sha256: hashes[index],
        passages: version.chunks.length,
      },
    })),
  );
}

/** Ids by key of what the imported documents supersede: documents that are there, or come with them. */
async function supersededDocuments(
  ctx: DbContext,
  planned: readonly PlannedVersion[],
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  const named = planned.flatMap(({ item }) => item.document.supersedes ?? []);
  if (named.length === 0) return ids;
  const rows = await ctx.db
    .selectFrom('document')
    .select(['id', 'key'])
    .where('key', 'in', [...new Set(named)])
    .execute();
  for (const { id, key } of rows) ids.set(key, id);
  for (const { item, documentId } of planned) ids.set(item.document.key, documentId);
  for (const { item } of planned) {
    for (const key of item.document.supersedes ?? []) {
      if (key === item.document.key || !ids.has(key)) {
        const what = key === item.document.key ? 'itself' : `${key}, which is not in the corpus`;
        throw new ValidationError(`${item.sourceName}: supersedes ${what}`, {
          field: 'supersedes',
          remedy: 'Give the keys of other documents; its own earlier versions are meant anyway.',
        });
      }
    }
  }
  return ids;
}

function refuseDuplicateKeys(items: readonly ImportItem[]): void {
  const seen = new Map<string, string>();
  for (const { document, sourceName } of items) {
    const earlier = seen.get(document.key);
    if (earlier !== undefined) {
      throw new ValidationError(
        `the key ${document.key} of ${sourceName} was already used by ${earlier}`,
        { field: 'key', remedy: 'Give every document of one import its own key.' },
      );
    }
    seen.set(document.key, sourceName);
  }
}
