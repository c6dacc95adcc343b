import { type ImportItem, importDocuments } from '#corpus/index.ts';
import { approveVersions } from '#standing/index.ts';
import type { DocumentInput } from '#corpus/document-input.ts';
import { sha256Hex } from '#platform/hash.ts';
import { embedPassages } from '#retrieval/index.ts';
import type { Context } from '../../src/context.ts';
import { actAs } from './test-context.ts';

export async function importItem(
  document: Partial<DocumentInput> & { key: string; text: string },
): Promise<ImportItem> {
  return {
    document: {
      title: `Văn bản ${document.key}`,
      language: 'vi',
      topics: [],
      citable: true,
      valid_from: '2020-01-01',
      ...document,
    },
    sourceName: `${document.key}.md`,
    sourceSha256: await sha256Hex(JSON.stringify(document)),
  };
}

/** The key of each passage's document, by the passage's id. */
export async function documentKeys(ctx: Context): Promise<Map<number, string>> {
  const rows = await ctx.db
    .selectFrom('passage as p')
    .innerJoin('document_version as v', 'v.id', 'p.version_id')
    .innerJoin('document as d', 'd.id', 'v.document_id')
    .select(['p.id', 'd.key'])
    .execute();
  return new Map(rows.map((row) => [row.id, row.key]));
}

/** Imports, approves and embeds documents; returns the version ids in order. */
export async function approveCorpus(
  ctx: Context,
  documents: ReadonlyArray<Partial<DocumentInput> & { key: string; text: string }>,
): Promise<string[]> {
  const editor = await actAs(ctx, 'editor', ['corpus_editor']);
  const approver = await actAs(ctx, 'approver', ['corpus_approver']);
  const items = await Promise.all(documents.map(importItem));
  const results = await importDocuments(editor, { items });
  const versionIds = results.flatMap((result) => result.versionId ?? []);
  await approveVersions(approver, { versionIds });
  await embedPassages(ctx);
  return versionIds;
}

/** Invented, and said to be so: no institution's words. */
export const invented = {
  key: 'so-tay-trinh-dien',
  title: 'Sổ tay trình diễn của thư viện giả định',
  text: [
    'Điều 1. Giờ mở cửa',
    'Thư viện giả định mở cửa cho mọi người từ 8 giờ đến 17 giờ các ngày trong tuần.',
    'Điều 2. Mượn sách',
    'Mỗi bạn đọc của thư viện giả định được mượn tối đa 5 cuốn sách trong 30 ngày và không phải trả phí.',
    'Thư viện giả định không thu phí mượn sách của học sinh dưới 18 tuổi.',
  ].join('\n\n'),
};

/** A claim that the invented handbook speaks to, with another number. */
export const contradictingClaim =
  'Mỗi bạn đọc của thư viện giả định được mượn tối đa 3 cuốn sách trong 30 ngày và không phải trả phí.';
