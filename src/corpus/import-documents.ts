import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import type { DocumentMetadata } from '#db/schema/corpus.ts';
import { withTransaction } from '#db/transaction.ts';
import { isoDay } from '#platform/clock.ts';
import { ForbiddenError, ValidationError } from '#platform/errors.ts';
import { sha256Hex } from '#platform/hash.ts';
import { newId } from '#platform/ids.ts';
import { type Chunk, chunkText } from './chunk.ts';
import type { DocumentInput } from './document-input.ts';
import { indexTerms, passageTerms } from './index-terms.ts';
import { searchText } from './search-text.ts';

export const embedPassagesJob = 'embed-passages';

export interface ImportItem {
  readonly document: DocumentInput;
  /** File name, with line for files of many documents. */
  readonly sourceName: string;
  /** SHA-256 (hex) of the bytes it came from: the same bytes again change nothing. */
  readonly sourceSha256: string;
}

export interface ImportResult {
  readonly key: string;
  readonly change: 'created' | 'new_version' | 'unchanged';
  readonly versionId: string | null;
  readonly passages: number;
}

interface PlannedVersion {
  readonly item: ImportItem;
  readonly documentId: string;
  readonly isNewDocument: boolean;
  readonly versionNumber: number;
  readonly versionId: string;
  readonly chunks: readonly Chunk[];
}

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
    if (input.dryRun !== true && planned.length > 0) await store(ctx, userId, planned);
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
    if (known?.source_sha256 === item.sourceSha256) {
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
    .select(['document.key', 'v.document_id', 'v.version_number', 'v.source_sha256'])
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
): Promise<void> {
  const at = ctx.clock();
  const fresh = planned.filter((version) => version.isNewDocument);
  if (fresh.length > 0) {
    await ctx.db
      .insertInto('document')
      .values(
        fresh.map(({ item, documentId }) => ({
          id: documentId,
          key: item.document.key,
          ...metadataOf(item.document),
          created_by: userId,
          created_at: at,
        })),
      )
      .execute();
  }
  const versionRows = await Promise.all(planned.map((version) => versionRow(version, userId, at)));
  await ctx.db.insertInto('document_version').values(versionRows).execute();
  await storePassages(ctx, planned);
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
        content_sha256: versionRows[index]?.content_sha256,
        passages: version.chunks.length,
      },
    })),
  );
}

async function versionRow(version: PlannedVersion, userId: string, at: Date) {
  const { document, sourceName, sourceSha256 } = version.item;
  return {
    id: version.versionId,
    document_id: version.documentId,
    version_number: version.versionNumber,
    canonical_text: document.text,
    content_sha256: await sha256Hex(document.text),
    metadata: JSON.stringify(metadataOf(document)),
    source_name: sourceName,
    source_sha256: sourceSha256,
    source_url: document.source_url ?? null,
    issued_on: document.issued_on ?? null,
    valid_from: document.valid_from ?? document.issued_on ?? isoDay(at),
    valid_to: document.valid_to ?? null,
    status: 'draft' as const,
    superseded_by: null,
    created_by: userId,
    created_at: at,
    approved_by: null,
    approved_at: null,
    verified_at: null,
    recheck_by: null,
  };
}

async function storePassages(ctx: DbContext, planned: readonly PlannedVersion[]): Promise<void> {
  const passages = planned.flatMap(({ item, versionId, chunks }) =>
    chunks.map((chunk, ordinal) => {
      const terms = passageTerms(searchText(item.document.title, chunk.headingPath, chunk.text));
      const row = {
        version_id: versionId,
        ordinal,
        start_offset: chunk.start,
        end_offset: chunk.end,
        heading_path: [...chunk.headingPath],
        language: item.document.language,
        text: chunk.text,
        term_count: terms.length,
      };
      return { row, terms };
    }),
  );
  for (let start = 0; start < passages.length; start += 1000) {
    const part = passages.slice(start, start + 1000);
    const ids = await ctx.db
      .insertInto('passage')
      .values(part.map(({ row }) => row))
      .returning(['id', 'version_id', 'ordinal'])
      .execute();
    const idOf = new Map(ids.map((row) => [`${row.version_id}/${row.ordinal}`, row.id]));
    await indexTerms(
      ctx,
      part.map(({ row, terms }) => ({
        id: idOf.get(`${row.version_id}/${row.ordinal}`) as number,
        terms,
      })),
    );
  }
}

function metadataOf(document: DocumentInput): DocumentMetadata {
  return {
    title: document.title,
    issuer: document.issuer ?? null,
    number: document.number ?? null,
    kind: document.kind ?? 'other',
    language: document.language,
    pillar: document.pillar ?? null,
    topics: [...document.topics],
    citable: document.citable,
  };
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
