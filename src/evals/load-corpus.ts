import { readFile } from 'node:fs/promises';
import { countSyllables, type ImportItem, importDocuments } from '#corpus/index.ts';
import { approveVersions } from '#standing/index.ts';
import { parseBeirLine } from '#corpus/import/beir.ts';
import { createUser } from '#identity/index.ts';
import { approveNames, checkNames, parseNames, proposeNames } from '#names/index.ts';
import { AppError, ValidationError } from '#platform/errors.ts';
import { sha256Hex } from '#platform/hash.ts';
import { countMissing, embedPassages, type RetrievalContext } from '#retrieval/index.ts';
import type { EvalProgress } from './progress.ts';

/** Documents of one import and of one approval, as `doichung corpus import` does it. */
const batchSize = 200;

export interface LoadedCorpus {
  readonly documents: number;
  readonly passages: number;
  /** Documents the importer refused; their relevant queries count as missed. */
  readonly refused: readonly string[];
  readonly importMs: number;
  readonly embedMs: number;
}

/**
 * Fills an empty database through the verbs a real corpus goes through: imported by one user, approved
 * by another, embedded with the context's model.
 * @throws ValidationError when no document could be imported.
 */
export async function loadCorpus(
  ctx: RetrievalContext,
  corpus: {
    readonly name: string;
    readonly lines: readonly string[];
    readonly language: string | null;
    readonly namesFile?: string | null;
  },
  progress: EvalProgress,
): Promise<LoadedCorpus> {
  const editor = await createUser(ctx, { name: 'eval-editor', roles: ['corpus_editor'] });
  const approver = await createUser(ctx, { name: 'eval-approver', roles: ['corpus_approver'] });
  const startedAt = performance.now();
  const { items, refused } = await readItems(corpus);
  if (items.length === 0) {
    throw new ValidationError(`no document of ${corpus.name} could be imported`, {
      field: 'corpus.jsonl',
      remedy: refused[0] ?? 'Check the language asked for.',
    });
  }
  let passages = 0;
  for (let start = 0; start < items.length; start += batchSize) {
    const batch = items.slice(start, start + batchSize);
    const results = await importDocuments({ ...ctx, actor: editor }, { items: batch });
    const versionIds = results.flatMap((result) => result.versionId ?? []);
    await approveVersions({ ...ctx, actor: approver }, { versionIds });
    passages += results.reduce((sum, result) => sum + result.passages, 0);
    progress('importing documents', start + batch.length, items.length);
  }
  if (corpus.namesFile != null) {
    const list = await readFile(corpus.namesFile, 'utf8');
    const { groups, errors } = checkNames(parseNames(list, corpus.namesFile));
    if (errors[0] !== undefined) throw errors[0];
    const proposed = await proposeNames({ ...ctx, actor: editor }, { groups });
    const versionIds = proposed.flatMap(({ versionId }) => versionId ?? []);
    await approveNames({ ...ctx, actor: approver }, { versionIds });
  }
  await countSyllables(ctx);
  const importedAt = performance.now();
  const missing = await countMissing(ctx);
  let embedded = 0;
  await embedPassages(ctx, {
    onProgress: (more) => progress('embedding passages', (embedded += more), missing),
  });
  return {
    documents: items.length,
    passages,
    refused,
    importMs: importedAt - startedAt,
    embedMs: performance.now() - importedAt,
  };
}

async function readItems(corpus: Parameters<typeof loadCorpus>[1]) {
  const items: ImportItem[] = [];
  const refused: string[] = [];
  for (const [index, line] of corpus.lines.entries()) {
    if (line.trim() === '') continue;
    try {
      const document = parseBeirLine(line, index + 1);
      if (corpus.language !== null && document.language !== corpus.language) continue;
      const sourceName = `corpus.jsonl:${index + 1}`;
      items.push({ document, sourceName, sourceSha256: await sha256Hex(line.trim()) });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      refused.push(error.message);
    }
  }
  return { items, refused };
}
