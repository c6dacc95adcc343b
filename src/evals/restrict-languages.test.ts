import { expect, test } from 'vitest';
import type { BeirSplit } from './beir.ts';
import { restrictLanguages } from './restrict-languages.ts';

const query = (id: string, language: string, answerable = true) => ({
  id,
  text: id,
  language,
  split: null,
  answerable,
});
const data: BeirSplit = {
  name: 'made-up',
  split: 'all',
  corpusLines: [
    '{"id": "vi-1", "text": "Thư viện mở cửa.", "lang": "vi"}',
    '{"id": "en-1", "text": "The library opens.", "lang": "en"}',
    '{"id": "broken", "text": "", "lang": "vi"}',
    '',
  ],
  queries: [
    query('vi<vi', 'vi'),
    query('vi<en', 'vi'),
    query('en<vi', 'en'),
    query('both', 'vi'),
    query('lost', 'vi'),
  ],
  unanswerable: [query('none', 'en', false)],
  qrels: new Map([
    ['vi<vi', new Map([['vi-1', 1]])],
    ['vi<en', new Map([['en-1', 1]])],
    ['en<vi', new Map([['vi-1', 1]])],
    [
      'both',
      new Map([
        ['vi-1', 1],
        ['en-1', 1],
      ]),
    ],
    ['lost', new Map([['broken', 1]])],
  ]),
};

test.each([
  {
    documents: null,
    queries: null,
    ids: ['vi<vi', 'vi<en', 'en<vi', 'both', 'lost'],
    unanswerable: 1,
  },
  { documents: 'vi', queries: 'vi', ids: ['vi<vi', 'both', 'lost'], unanswerable: 0 },
  { documents: 'vi', queries: 'en', ids: ['en<vi'], unanswerable: 1 },
  { documents: 'en', queries: 'vi', ids: ['vi<en', 'both', 'lost'], unanswerable: 0 },
  { documents: null, queries: 'en', ids: ['en<vi'], unanswerable: 1 },
])('documents in $documents, queries in $queries: $ids', ({ ids, unanswerable, ...languages }) => {
  const kept = restrictLanguages(data, languages);
  expect(kept.queries.map(({ id }) => id)).toEqual(ids);
  expect(kept.unanswerable).toHaveLength(unanswerable);
});

test('judgements of documents that are not searched go; of ones the importer refuses they stay', () => {
  const { qrels } = restrictLanguages(data, { documents: 'vi', queries: null });
  expect([...(qrels.get('both')?.keys() ?? [])]).toEqual(['vi-1']);
  expect([...(qrels.get('lost')?.keys() ?? [])]).toEqual(['broken']);
});

test('no query left is an error that names the languages', () => {
  expect(() => restrictLanguages(data, { documents: 'lo', queries: 'zh' })).toThrow(
    'zh about documents in lo',
  );
});
