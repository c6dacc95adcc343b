import { beforeAll, expect, test } from 'vitest';
import { countSyllables } from '#corpus/index.ts';
import { approveNames, proposeNames } from '#names/index.ts';
import { isoDay } from '#platform/clock.ts';
import { prepareQueries, searchPassages } from '#retrieval/index.ts';
import type { Context } from '../../src/context.ts';
import { approveCorpus, documentKeys } from '../support/corpus.ts';
import { actAs, createTestContext } from '../support/test-context.ts';

let ctx: Context;
beforeAll(async () => {
  ctx = await createTestContext();
  await approveCorpus(ctx, [
    { key: 'song', text: 'Sông Giả Tưởng dài 120 km, chảy qua ba tỉnh và đổ ra biển ở cửa Nam.' },
    { key: 'cau', text: 'Cây cầu thử nghiệm được khánh thành sáng nay sau hai năm xây dựng.' },
    { key: 'gao', text: 'Kho gạo dự trữ của thị trấn còn đủ dùng trong ba tháng mùa mưa.' },
    { key: 'truong', text: 'Trường học vùng cao nhận thêm sách giáo khoa trước năm học mới.' },
  ]);
  await countSyllables(ctx);
  const editor = await actAs(ctx, 'editor', ['corpus_editor']);
  const approver = await actAs(ctx, 'approver', ['corpus_approver']);
  const groups = [
    {
      key: 'song-gia-tuong',
      kind: 'place' as const,
      variants: [
        { language: 'vi', text: 'Sông Giả Tưởng' },
        { language: 'en', text: 'Imaginary River' },
      ],
    },
  ];
  const proposed = await proposeNames(editor, { groups });
  await approveNames(approver, { versionIds: proposed.flatMap((one) => one.versionId ?? []) });
});

async function search(text: string, context: Context = ctx) {
  const batch = await prepareQueries(context, [text]);
  const [query] = batch.queries;
  if (query === undefined) throw new Error('no query');
  const filter = { asOf: isoDay(ctx.clock()), classification: 'citable' as const };
  const matches = await searchPassages(context, batch, query, { filter, limit: 3 });
  const keyOf = await documentKeys(ctx);
  return { query, matches, first: keyOf.get(matches[0]?.passageId ?? 0) };
}

test.each([
  ['without diacritics', 'cay cau thu nghiem duoc khanh thanh sang nay', 'cầu thử nghiệm'],
  ['in chat spelling', 'cây cầu thử nghiệm đc khánh thành sáng nay r', 'được khánh thành'],
  ['shouted and stretched', 'CÂY CẦUUUU THỬ NGHIỆM!!!', 'cây cầu thử nghiệm'],
  ['decomposed', 'cây cầu thử nghiệm'.normalize('NFD'), 'cây cầu thử nghiệm'],
  ['as a hashtag', '#CayCauThuNghiem đã xong', 'cầu thử nghiệm'],
])('a query %s is searched as it would be printed', async (_, typed, printed) => {
  const { query, first } = await search(typed);
  expect(query.text.toLowerCase()).toContain(printed);
  expect(first).toBe('cau');
});

test('a name finds the passage that uses another one, and only for the lexical leg', async () => {
  const { query, matches, first } = await search('How long is the Imaginary River');
  expect(first).toBe('song');
  expect(matches[0]?.lexical).toBeGreaterThan(0);
  expect(query.text).not.toContain('Sông');
  const without = await search('How long is the Imaginary River', {
    ...ctx,
    without: new Set(['names']),
  });
  expect(without.matches.every((match) => (match.lexical ?? 0) === 0)).toBe(true);
});

test('the match says why, in the words it was searched with', async () => {
  const { matches } = await search('song Gia Tuong dai 150 km');
  expect(matches[0]?.reasons?.phrases.join(' ').toLowerCase()).toContain('giả tưởng');
  expect(matches[0]?.reasons?.missing.join(' ')).toContain('150');
});
