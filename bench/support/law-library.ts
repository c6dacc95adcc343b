import { type ImportItem, importDocuments } from '#corpus/index.ts';
import type { DbContext } from '#db/context.ts';
import { codePointLength } from '#language/code-points.ts';
import { sha256Hex } from '#platform/hash.ts';
import { seededRandom } from './random.ts';
import type { QuotedPassage } from './reviewable-items.ts';

export const articlesPerDocument = 100;
const importBatch = 10;

/** Invented laws of articles of one passage each; returns the version ids. Vectors are not made. */
export async function importLaws(
  editor: DbContext,
  count: number,
  version: 1 | 2,
): Promise<string[]> {
  const items: ImportItem[] = [];
  for (let index = 0; index < count; index += 1) {
    const text = lawText(index, version);
    const document = {
      key: `luat-${index}`,
      title: `Luật giả định số ${index}`,
      text,
      language: 'vi',
      topics: [],
      citable: true,
      valid_from: version === 1 ? '2020-01-01' : '2024-01-01',
    };
    const sourceSha256 = await sha256Hex(text);
    items.push({ document, sourceName: document.key, sourceSha256 });
  }
  const versionIds: string[] = [];
  for (let start = 0; start < items.length; start += importBatch) {
    const batch = items.slice(start, start + importBatch);
    const results = await importDocuments(editor, { items: batch });
    versionIds.push(...results.flatMap((result) => result.versionId ?? []));
  }
  return versionIds;
}

/** Articles of one passage each; in version 2 every third is reworded and every third left out. */
function lawText(index: number, version: 1 | 2): string {
  const random = seededRandom(index + 1);
  const syllables =
    'quy định về thời hạn hồ sơ người đọc thư viện mượn trả sách phí phòng kho giờ ngày';
  const words = syllables.split(' ');
  const articles: string[] = [];
  for (let article = 1; article <= articlesPerDocument; article += 1) {
    const sentences = Array.from({ length: 5 }, () => {
      const said = Array.from({ length: 19 }, () => words[Math.floor(random() * words.length)]);
      return `Mức ${Math.floor(random() * 10_000)} ${said.join(' ')}`;
    });
    const kind = article % 3;
    if (version === 2 && kind === 2) continue;
    const change = version === 2 && kind === 1 ? ' theo bản sửa đổi' : '';
    articles.push(`Điều ${article}. ${sentences.map((one) => `${one}${change}.`).join(' ')}`);
  }
  return articles.join('\n\n');
}

/** One whole sentence of every passage. */
export async function quotableSentences(ctx: DbContext): Promise<QuotedPassage[]> {
  const passages = await ctx.db
    .selectFrom('passage')
    .select(['id', 'version_id', 'start_offset', 'text'])
    .orderBy('id')
    .execute();
  return passages.flatMap(({ id, version_id: versionId, start_offset: offset, text }) => {
    const match = /Mức [^.]*\./u.exec(text);
    if (match === null) return [];
    const start = offset + codePointLength(text.slice(0, match.index));
    const [quote] = match;
    return [{ versionId, passageId: id, start, end: start + codePointLength(quote), quote }];
  });
}
