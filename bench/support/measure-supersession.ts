import { type ImportItem, importDocuments } from '#corpus/index.ts';
import type { DbContext } from '#db/context.ts';
import { createUser } from '#identity/index.ts';
import { codePointLength } from '#language/code-points.ts';
import { sha256Hex } from '#platform/hash.ts';
import { approveVersions } from '#standing/index.ts';
import { type QuotedPassage, storeApprovedAnswers } from './approved-answers.ts';
import { seededRandom } from './random.ts';

const articlesPerDocument = 100;
const quotesPerAnswer = 4;
const importBatch = 10;

/**
 * New versions of documents with this many passages in all, of which a third stays, a third is reworded
 * and a third goes, cited by this many approved answers; milliseconds from the approval of all of them to
 * its commit, every quote placed. Vectors are not made.
 */
export async function measureSupersession(
  ctx: DbContext,
  sizes: { readonly passages: number; readonly answers: number; readonly seed: number },
): Promise<Record<string, number>> {
  const random = seededRandom(sizes.seed);
  const as = async (name: string, role: 'corpus_editor' | 'corpus_approver') => ({
    ...ctx,
    actor: await createUser(ctx, { name, roles: [role] }),
  });
  const editor = await as('supersede-editor', 'corpus_editor');
  const approver = await as('supersede-approver', 'corpus_approver');
  const count = Math.ceil(sizes.passages / articlesPerDocument);
  const first = await importAll(editor, count, 1);
  for (const versionId of first) await approveVersions(approver, { versionIds: [versionId] });
  const quoted = await quotable(ctx);
  const answers = Array.from({ length: sizes.answers }, () =>
    Array.from(
      { length: quotesPerAnswer },
      () => quoted[Math.floor(random() * quoted.length)] as QuotedPassage,
    ),
  );
  await storeApprovedAnswers(ctx, answers);
  const second = await importAll(editor, count, 2);
  const startedAt = performance.now();
  await approveVersions(approver, { versionIds: second });
  const ms = performance.now() - startedAt;
  const counted = async (table: 'citation_anchor' | 'recheck'): Promise<number> => {
    const { rows } = await ctx.db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow();
    return rows;
  };
  return {
    supersessionMs: Math.round(ms),
    passages: quoted.length,
    answers: answers.length,
    citations: answers.length * quotesPerAnswer,
    reanchored: await counted('citation_anchor'),
    rechecks: await counted('recheck'),
  };
}

async function importAll(editor: DbContext, count: number, version: 1 | 2): Promise<string[]> {
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
async function quotable(ctx: DbContext): Promise<QuotedPassage[]> {
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
