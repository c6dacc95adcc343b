import { beforeAll, describe, expect, test } from 'vitest';
import { createScriptedEmbedder } from '#ai/scripted-embedder.ts';
import { embedPassages, searchCorpus } from '#retrieval/index.ts';
import { withdrawVersions } from '#standing/index.ts';
import type { Context } from '../../src/context.ts';
import { approveCorpus } from '../support/corpus.ts';
import { actAs, createTestContext, embedderSet } from '../support/test-context.ts';

/** Invented rules of an invented library: three versions, the last of the future. */
const rules = (days: number) =>
  `Bạn đọc của thư viện giả định được mượn tối đa ${days} cuốn sách mỗi tháng.`;
const query = 'Bạn đọc của thư viện giả định được mượn tối đa bao nhiêu cuốn sách mỗi tháng?';

let ctx: Context;
beforeAll(async () => {
  ctx = await createTestContext();
  ctx = { ...ctx, clock: () => new Date('2025-06-15T05:00:00Z') };
  for (const [days, from] of [
    [3, '2022-01-01'],
    [5, '2024-01-01'],
    [7, '2026-01-01'],
  ] as const) {
    await approveCorpus(ctx, [{ key: 'quy-dinh', text: rules(days), valid_from: from }]);
  }
  const [withdrawn = ''] = await approveCorpus(ctx, [
    {
      key: 'thong-bao',
      text: 'Thư viện giả định mở cửa phòng đọc thiếu nhi vào chủ nhật.',
      valid_from: '2023-01-01',
      topics: ['giờ mở cửa'],
      pillar: 'people',
    },
  ]);
  const approver = await actAs(ctx, 'approver', ['corpus_approver']);
  await withdrawVersions(approver, {
    versionIds: [withdrawn],
    reason: 'Phòng đọc đã thành kho sách.',
    from: '2025-03-01',
  });
  await approveCorpus(ctx, [
    {
      key: 'huong-dan',
      text: 'Khi bị hỏi mượn tối đa bao nhiêu cuốn sách, hãy chỉ quy định của thư viện giả định.',
      citable: false,
    },
    {
      key: 'rules-en',
      text: 'A reader of the invented library may borrow sách for a tháng.',
      language: 'en',
      valid_to: '2025-01-01',
    },
  ]);
});

async function versions(text: string, asOf?: string): Promise<string[]> {
  const found = await searchCorpus(ctx, { query: text, asOf, limit: 10 });
  return found.matches.map(({ document, versionNumber }) => `${document.key}@${versionNumber}`);
}

test.each<[string, string | undefined, string | null]>([
  ['before the first version', '2021-12-31', null],
  ['on its first day', '2022-01-01', 'quy-dinh@1'],
  ['on its last day', '2023-12-31', 'quy-dinh@1'],
  ['on the first day of the second', '2024-01-01', 'quy-dinh@2'],
  ['today', undefined, 'quy-dinh@2'],
  ['on the last day before the third', '2025-12-31', 'quy-dinh@2'],
  ['when the future one begins', '2026-01-01', 'quy-dinh@3'],
  ['in the farthest future', '9999-12-31', 'quy-dinh@3'],
  ['in the farthest past', '0001-01-01', null],
])('%s only what was in force then is found', async (_, asOf, expected) => {
  const found = await versions(query, asOf);
  expect(found.filter((one) => one.startsWith('quy-dinh'))).toEqual(
    expected === null ? [] : [expected],
  );
});

test.each([
  ['the day before it was withdrawn', '2025-02-28', true],
  ['the day from which it is withdrawn', '2025-03-01', false],
  ['today', '2025-06-15', false],
])('a withdrawn notice, %s', async (_, asOf, expected) => {
  const found = await versions('phòng đọc thiếu nhi mở cửa chủ nhật', asOf);
  expect(found.includes('thong-bao@1')).toBe(expected);
});

test('a match says which version, since when, where, and how probable', async () => {
  const found = await searchCorpus(ctx, { query, limit: 10, classification: 'citable' });
  expect(found).toMatchObject({ asOf: '2025-06-15', threshold: 0.5, byMeaning: true });
  const [best] = found.matches;
  expect(best).toMatchObject({
    document: { key: 'quy-dinh', title: 'Văn bản quy-dinh', classification: 'citable' },
    versionNumber: 2,
    validFrom: '2024-01-01',
    endsOn: '2026-01-01',
    headingPath: [],
    text: rules(5),
    start: 0,
    aboveThreshold: true,
  });
  expect(best?.end).toBe([...rules(5)].length);
  expect(best?.reasons?.phrases.length).toBeGreaterThan(0);
});

describe('what narrows a search', () => {
  test.each<[string, Parameters<typeof searchCorpus>[1], string[]]>([
    [
      'guidance',
      { query, classification: 'internal', asOf: '2024-06-01', limit: 10 },
      ['huong-dan'],
    ],
    ['a language', { query, language: 'en', asOf: '2024-06-01', limit: 10 }, ['rules-en']],
    [
      'a language whose text has ended',
      { query, language: 'en', asOf: '2025-01-01', limit: 10 },
      [],
    ],
    [
      'a topic',
      { query, topics: ['giờ mở cửa', 'khác'], asOf: '2024-06-01', limit: 10 },
      ['thong-bao'],
    ],
    ['a pillar', { query, pillar: 'people', asOf: '2024-06-01', limit: 10 }, ['thong-bao']],
  ])('%s', async (_, input, expected) => {
    const { matches } = await searchCorpus(ctx, input);
    expect(matches.map(({ document }) => document.key)).toEqual(expected);
  });

  test('a limit', async () => {
    const { matches } = await searchCorpus(ctx, { query, limit: 1 });
    expect(matches).toHaveLength(1);
  });
});

test('without an embedder for the vectors in use the words alone answer', async () => {
  const wordsOnly: Context = {
    ...ctx,
    embedders: embedderSet(createScriptedEmbedder({ dimensions: 8 })),
  };
  const found = await searchCorpus(wordsOnly, {
    query,
    limit: 10,
    classification: 'citable',
  });
  expect(found.byMeaning).toBe(false);
  expect(found.matches[0]?.document.key).toBe('quy-dinh');
  expect(found.matches.every((match) => !match.aboveThreshold)).toBe(true);
});

test.each<[string, Partial<Parameters<typeof searchCorpus>[1]>, string, string]>([
  ['an empty query', { query: '' }, 'q', 'validation'],
  ['only spaces', { query: ' \n ' }, 'q', 'validation'],
  ['a NUL', { query: 'sách\0' }, 'q', 'validation'],
  ['100,000 characters', { query: 'sách '.repeat(20_000) }, 'q', 'too_large'],
  ['a day that does not exist', { asOf: '2026-02-30' }, 'as_of', 'validation'],
  ['no leap year', { asOf: '2025-02-29' }, 'as_of', 'validation'],
  ['a time', { asOf: '2025-01-01T00:00:00Z' }, 'as_of', 'validation'],
  ['year 0', { asOf: '0000-01-01' }, 'as_of', 'validation'],
  ['no language code', { language: 'tiếng Việt' }, 'language', 'validation'],
  ['a topic with a NUL', { topics: ['a\0'] }, 'topic', 'validation'],
  ['no passages', { limit: 0 }, 'limit', 'validation'],
  ['too many passages', { limit: 11 }, 'limit', 'validation'],
])('%s is refused, and the field named', async (_, changes, field, code) => {
  await expect(searchCorpus(ctx, { query, limit: 10, ...changes })).rejects.toMatchObject({
    code,
    field,
  });
});

test('a query of nothing but an address finds nothing', async () => {
  const found = await searchCorpus(ctx, { query: 'https://example.com/', limit: 10 });
  expect(found.matches).toEqual([]);
});

test('an empty corpus answers nothing on any day', async () => {
  const empty = await createTestContext();
  await embedPassages(empty);
  for (const asOf of ['0001-01-01', '2025-01-01', '9999-12-31']) {
    expect((await searchCorpus(empty, { query, asOf, limit: 10 })).matches).toEqual([]);
  }
});
