import { beforeAll, expect, test } from 'vitest';
import type { Context } from '../../src/context.ts';
import { approveCorpus } from '../support/corpus.ts';
import { createTestContext } from '../support/test-context.ts';
import { appOver, keyOf, problemIn, type Send, sender } from './client.ts';

interface Result {
  readonly as_of: string;
  readonly threshold: number;
  readonly by_meaning: boolean;
  readonly items: ReadonlyArray<{
    readonly document: { readonly key: string; readonly classification: string };
    readonly version: { readonly number: number; readonly ends_on: string | null };
    readonly above_threshold: boolean;
  }>;
}

const query = 'Thư viện giả định cho mượn tối đa bao nhiêu cuốn sách?';
const rule = (count: number) => `Thư viện giả định cho mượn tối đa ${count} cuốn sách.`;

let ctx: Context;
let send: Send;
let key: string;
beforeAll(async () => {
  ctx = await createTestContext();
  send = sender(appOver(ctx));
  key = await keyOf(ctx, 'triager');
  const rules = { key: 'muon-sach', topics: ['sách'] };
  await approveCorpus(ctx, [{ ...rules, text: rule(3) }]);
  await approveCorpus(ctx, [{ ...rules, text: rule(5), valid_from: '2024-01-01' }]);
  await approveCorpus(ctx, [{ key: 'noi-bo', text: rule(5), citable: false }]);
});

function search(parameters: Record<string, string | string[]>) {
  const asked = new URLSearchParams(
    Object.entries(parameters).flatMap(([name, value]) =>
      [value].flat().map((one): [string, string] => [name, one]),
    ),
  );
  return send<Result>('GET', `/v1/corpus/search?${asked.toString()}`, { key });
}

test('a search says what was in force on its day, and what guidance is', async () => {
  const today = await search({ q: query });
  expect(today.status).toBe(200);
  expect(today.body).toMatchObject({ threshold: 0.5, by_meaning: true });
  expect(today.body.as_of).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  const found = today.body.items.map(({ document, version }) => [
    document.key,
    document.classification,
    version.number,
  ]);
  expect(found.toSorted()).toEqual([
    ['muon-sach', 'citable', 2],
    ['noi-bo', 'internal', 1],
  ]);
  const then = await search({ q: query, as_of: '2023-12-31', classification: 'citable' });
  expect(then.body).toMatchObject({
    as_of: '2023-12-31',
    items: [
      {
        document: { key: 'muon-sach', number: null },
        version: { number: 1, valid_from: '2020-01-01', ends_on: '2024-01-01' },
        text: rule(3),
        start: 0,
        end: [...rule(3)].length,
        above_threshold: true,
      },
    ],
  });
});

test('a topic narrows, given once or several times', async () => {
  const asked = { q: query, as_of: '2023-01-01' };
  for (const topic of ['sách', ['khác', 'sách']]) {
    const { body } = await search({ ...asked, topic });
    expect(body.items.map((item) => item.document.key)).toEqual(['muon-sach']);
  }
  expect((await search({ ...asked, topic: 'khác' })).body.items).toEqual([]);
});

test.each<[string, Record<string, string>, number, string]>([
  ['no query', {}, 400, 'q'],
  ['an empty query', { q: '' }, 400, 'q'],
  ['a query of spaces', { q: '  ' }, 400, 'q'],
  ['a NUL', { q: 'a\0b' }, 400, 'q'],
  ['100,000 characters', { q: 'a'.repeat(100_000) }, 413, 'q'],
  ['30 February', { q: query, as_of: '2026-02-30' }, 400, 'as_of'],
  ['year 0', { q: query, as_of: '0000-01-01' }, 400, 'as_of'],
  ['another form of day', { q: query, as_of: '31/01/2024' }, 400, 'as_of'],
  ['a language that is none', { q: query, language: 'x\0' }, 400, 'language'],
  ['an empty topic', { q: query, topic: '' }, 400, 'topic'],
  ['a pillar that is none', { q: query, pillar: 'press' }, 400, 'pillar'],
  ['a class that is none', { q: query, classification: 'secret' }, 400, 'classification'],
  ['a limit of 11', { q: query, limit: '11' }, 400, 'limit'],
  ['an unknown parameter', { q: query, author: 'x' }, 400, 'author'],
])('%s is a problem that names the field', async (_, parameters, status, field) => {
  const problem = problemIn(await search(parameters));
  expect(problem).toMatchObject({ status, field });
  expect(problem.remedy).toBeTruthy();
});

test('days far off are days', async () => {
  expect((await search({ q: query, as_of: '0001-01-01' })).body.items).toEqual([]);
  expect((await search({ q: query, as_of: '9999-12-31' })).body.items).toHaveLength(2);
});
