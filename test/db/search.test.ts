import { expect, test } from 'vitest';
import { createScriptedEmbedder } from '#ai/scripted-embedder.ts';
import {
  type Classification,
  prepareQueries,
  searchPassages,
  settingsOf,
} from '#retrieval/index.ts';
import { approveCorpus, importItem } from '../support/corpus.ts';
import { importDocuments } from '#corpus/index.ts';
import { embedPassages, registerModel } from '#retrieval/index.ts';
import { actAs, createTestContext, embedderSet } from '../support/test-context.ts';
import type { Context } from '../../src/context.ts';

const ctx = await createTestContext();
await approveCorpus(ctx, [
  { key: 'meo', text: 'Con mèo trong thư viện giả định ngủ cả ngày trên giá sách cũ.' },
  { key: 'cho', text: 'Con chó của bác bảo vệ giả định canh cổng vào ban đêm.' },
  {
    key: 'het-han',
    text: 'Con mèo giả định từng canh cổng.',
    valid_from: '2020-01-01',
    valid_to: '2021-01-01',
  },
  { key: 'noi-bo', text: 'Con mèo giả định chỉ nói trong nội bộ.', citable: false },
  { key: 'tuong-lai', text: 'Con mèo giả định của tương lai.', valid_from: '2090-01-01' },
]);
const editor = await actAs(ctx, 'editor', ['corpus_editor']);
await importDocuments(editor, {
  items: [await importItem({ key: 'chua-duyet', text: 'Con mèo giả định chưa được duyệt.' })],
});
await embedPassages(ctx);

async function search(
  on: Context,
  text: string,
  asOf: string,
  classification: Classification = 'citable',
) {
  const batch = await prepareQueries(on, [text]);
  const [query] = batch.queries;
  if (query === undefined) throw new Error('no query');
  const matches = await searchPassages(on, batch, query, {
    filter: { asOf, classification },
    limit: 10,
  });
  if (matches.length === 0) return [];
  const rows = await ctx.db
    .selectFrom('passage as p')
    .innerJoin('document_version as v', 'v.id', 'p.version_id')
    .innerJoin('document as d', 'd.id', 'v.document_id')
    .select(['p.id', 'd.key'])
    .where(
      'p.id',
      'in',
      matches.map((match) => match.passageId),
    )
    .execute();
  const keyOf = new Map(rows.map((row) => [row.id, row.key]));
  return matches.map((match) => ({ ...match, key: keyOf.get(match.passageId) }));
}

test('the passage that shares the words comes first', async () => {
  const [best] = await search(ctx, 'con mèo ngủ trên giá sách', '2025-06-01');
  expect(best?.key).toBe('meo');
  expect(best?.lexical).toBeGreaterThan(0);
  expect(best?.dense).toBeGreaterThan(0);
});

test('words without diacritics are found by the folded leg', async () => {
  const [best] = await search(ctx, 'con meo ngu tren gia sach', '2025-06-01');
  expect(best?.key).toBe('meo');
});

test('only approved, citable versions in force on the day come back', async () => {
  const keys = async (asOf: string, classification: Classification = 'citable') =>
    (await search(ctx, 'con mèo giả định', asOf, classification))
      .map((match) => match.key)
      .toSorted();
  expect(await keys('2025-06-01')).toEqual(['cho', 'meo']);
  expect(await keys('2025-06-01', 'internal')).toEqual(['noi-bo']);
  expect(await keys('2020-06-01')).toEqual(['cho', 'het-han', 'meo']);
  // The last day is not included.
  expect(await keys('2021-01-01')).toEqual(['cho', 'meo']);
  expect(await keys('2019-12-31')).toEqual([]);
  expect(await keys('2091-01-01')).toContain('tuong-lai');
});

test.each(['', '   ', 'https://example.com/only-a-link', '😀😀😀', '[tài khoản]', '!!!'])(
  'a query with nothing to search for (%j) never fails',
  async (text) => {
    const matches = await search(ctx, text, '2025-06-01');
    expect(matches.every((match) => match.probability < 0.5)).toBe(true);
  },
);

test('a query of 5,000 words is answered', async () => {
  const matches = await search(ctx, 'con mèo ngủ '.repeat(1700), '2025-06-01');
  expect(matches[0]?.key).toBe('meo');
});

test('an embedder nobody has calibrated never gives a confident match', async () => {
  const uncalibrated: Context = { ...ctx, settingsOf: () => settingsOf('a model nobody measured') };
  const text = 'Con mèo trong thư viện giả định ngủ cả ngày trên giá sách cũ.';
  const matches = await search(uncalibrated, text, '2025-06-01');
  const { settings } = await prepareQueries(uncalibrated, []);
  expect(matches[0]?.key).toBe('meo');
  expect(matches.every((match) => match.probability < settings.threshold)).toBe(true);
  expect(matches.map((match) => match.probability)).not.toContain(NaN);
});

test('a new model is built beside the active one and switched to when it is whole', async () => {
  const small = createScriptedEmbedder({ dimensions: 8 });
  const both: Context = {
    ...ctx,
    embedders: {
      ...embedderSet(small),
      find: async (fingerprint) =>
        [small, ctx.embedders.configured].find((one) => one.info.fingerprint === fingerprint) ??
        null,
    },
  };
  const model = await registerModel(both, small.info);
  expect(model.state).toBe('building');
  const meanwhile = await prepareQueries(both, ['con mèo']);
  expect(meanwhile.model?.dimensions).toBe(384);
  expect((await search(both, 'con mèo ngủ', '2025-06-01'))[0]?.key).toBe('meo');
  await embedPassages(both);
  const afterwards = await prepareQueries(both, ['con mèo']);
  expect(afterwards.model?.id).toBe(model.id);
  expect(afterwards.queries[0]?.vector).toHaveLength(8);
  expect((await search(both, 'con mèo ngủ trên giá sách', '2025-06-01'))[0]?.key).toBe('meo');
  const states = await ctx.db.selectFrom('embedding_model').select('state').orderBy('id').execute();
  expect(states.map((row) => row.state)).toEqual(['retired', 'active']);
});

test('without an embedder for the active model the words still find passages', async () => {
  const matches = await search(ctx, 'con mèo ngủ trên giá sách', '2025-06-01');
  expect(matches[0]).toMatchObject({ key: 'meo', dense: null, probability: 0 });
});
