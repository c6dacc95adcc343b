import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { createScriptedEmbedder } from '#ai/scripted-embedder.ts';
import { prepareQueries, type QueryBatch } from '#retrieval/index.ts';
import { exactStatement, searchDense } from '../../src/retrieval/dense.ts';
import type { SearchFilter } from '../../src/retrieval/filter.ts';
import { searchLexical } from '../../src/retrieval/lexical.ts';
import { countTerms, findTerms } from '../../src/retrieval/query-terms.ts';
import { searchTerms } from '#language/search-terms.ts';
import type { Context } from '../../src/context.ts';
import { approveCorpus, documentKeys } from '../support/corpus.ts';
import { createTestContext } from '../support/test-context.ts';

const base = { asOf: '2025-06-01', classification: 'citable' as const };

async function keys(ctx: Context, ids: readonly number[]): Promise<string[]> {
  const keyOf = await documentKeys(ctx);
  return ids.map((id) => String(keyOf.get(id)));
}

async function lexical(ctx: Context, text: string, filter: SearchFilter, limit = 10) {
  const terms = await findTerms(ctx, countTerms(searchTerms(text)));
  const hits = await searchLexical(ctx, terms, filter, limit);
  return keys(
    ctx,
    hits.map((hit) => hit.passageId),
  );
}

async function dense(ctx: Context, text: string, filter: SearchFilter, limit = 10) {
  const batch: QueryBatch = await prepareQueries(ctx, [text]);
  const vector = batch.queries[0]?.vector;
  if (batch.model === null || vector === null || vector === undefined) throw new Error('no vector');
  const hits = await searchDense(ctx, batch.model, vector, filter, limit);
  const { rows } = await exactStatement(batch.model, vector, filter, limit).execute(ctx.db);
  const passageIds = hits.map((hit) => hit.passageId);
  expect(passageIds).toEqual(rows.map((row) => row.passage_id));
  return keys(ctx, passageIds);
}

const legs = [
  ['lexical', lexical],
  ['dense', dense],
] as const;

describe.each(legs)('the %s leg', (_, search) => {
  let ctx: Context;
  beforeAll(async () => {
    ctx = await corpus();
  });

  test.each<[string, Partial<SearchFilter>, string[]]>([
    ['by language', { language: 'en' }, ['bridge-en']],
    ['by one of several topics', { topics: ['điện', 'nước'] }, ['cau-dien', 'cau-nuoc']],
    ['by pillar', { pillar: 'people' }, ['cau-nuoc']],
    ['by all of them', { language: 'vi', topics: ['điện'], pillar: 'state' }, ['cau-dien']],
    ['by a topic nothing has', { topics: ['không có'] }, []],
    ['by no topic at all', { topics: [] }, []],
  ])('narrows %s', async (_name, narrow, expected) => {
    const found = await search(ctx, 'cầu bridge giả định', { ...base, ...narrow });
    expect(found.toSorted()).toEqual(expected.toSorted());
  });

  test('fills its limit from what the filter allows', async () => {
    const found = await search(ctx, 'cầu giả định', { ...base, topics: ['nước'] }, 1);
    expect(found).toEqual(['cau-nuoc']);
  });

  test('finds what was in force on a day, however little that was', async () => {
    const found = await search(ctx, 'cầu giả định', { ...base, asOf: '2001-01-01' });
    expect(found).toEqual(['cau-cu']);
  });
});

describe('small corpora', () => {
  test('an empty corpus answers nothing, a corpus of one passage that one', async () => {
    const ctx = await createTestContext({ embedder: createScriptedEmbedder() });
    expect(await lexical(ctx, 'cầu giả định', base)).toEqual([]);
    expect(await dense(ctx, 'cầu giả định', base)).toEqual([]);
    await approveCorpus(ctx, [{ key: 'cau', text: 'Cây cầu giả định bắc qua sông.' }]);
    expect(await lexical(ctx, 'cầu giả định', base)).toEqual(['cau']);
    expect(await dense(ctx, 'cầu giả định', base)).toEqual(['cau']);
  });

  test('without its row of statistics the lexical leg is silent and the dense leg answers', async () => {
    const ctx = await corpus();
    await sql`delete from lexical_statistics`.execute(ctx.db);
    expect(await lexical(ctx, 'cầu giả định', base)).toEqual([]);
    expect((await dense(ctx, 'cầu giả định', base)).length).toBeGreaterThan(1);
  });
});

test.each([
  ['no word', '', 0],
  ['one word', 'cầu', 1],
  ['5,000 words', 'cầu giả định '.repeat(1_667), 1],
])('a query of %s is defined for the lexical leg', async (_, text, least) => {
  const ctx = await corpus();
  const found = await lexical(ctx, text, base);
  expect(found.length).toBeGreaterThanOrEqual(least);
  if (least === 0) expect(found).toEqual([]);
});

async function corpus(): Promise<Context> {
  const ctx = await createTestContext();
  await approveCorpus(ctx, [
    { key: 'cau-dien', text: 'Cây cầu giả định có đèn điện.', topics: ['điện'], pillar: 'state' },
    { key: 'cau-nuoc', text: 'Cây cầu giả định bắc qua sông.', topics: ['nước'], pillar: 'people' },
    { key: 'bridge-en', text: 'The bridge giả định of the town.', language: 'en' },
    {
      key: 'cau-cu',
      text: 'Cây cầu giả định đã cũ.',
      valid_from: '2000-01-01',
      valid_to: '2010-01-01',
    },
  ]);
  return ctx;
}
