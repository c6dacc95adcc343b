import { expect, test } from 'vitest';
import { parseCorpusIds, parseQrels, parseQueries } from './beir-rows.ts';

const known = { queries: new Set(['q1', 'q2']), documents: new Set(['a', 'b']) };

test('queries: both spellings of id and language, a byte order mark, blank lines', () => {
  const text =
    '\uFEFF{"_id": 7, "text": "một", "lang": "vi"}\r\n\r\n{"id": "8", "text": "two", "split": "dev", "answerable": false}\n';
  expect(parseQueries(text, 'queries.jsonl')).toEqual([
    { id: '7', text: 'một', language: 'vi', split: null, answerable: true },
    { id: '8', text: 'two', language: null, split: 'dev', answerable: false },
  ]);
});

test('judgements: with the header of BEIR, or the four columns of TREC', () => {
  const expected = new Map([['q1', new Map([['a', 1]])]]);
  const beir = 'query-id\tcorpus-id\tscore\nq1\ta\t1\nq2\tb\t0\n';
  expect(parseQrels(beir, 'qrels.tsv', known)).toEqual(expected);
  expect(parseQrels('q1\t0\ta\t1\r\n', 'qrels.tsv', known)).toEqual(expected);
});

test.each([
  {
    name: 'no JSON',
    text: '{"id": "1", "text": "x"}\n{oops',
    message: 'queries.jsonl line 2: line is not a JSON object',
  },
  { name: 'a list', text: '[]', message: 'queries.jsonl line 1: line is not a JSON object' },
  { name: 'no id', text: '{"text": "x"}', message: 'queries.jsonl line 1: id is missing' },
  {
    name: 'an empty text',
    text: '{"id": "1", "text": " "}',
    message: 'queries.jsonl line 1: text is not a text, or is empty',
  },
  {
    name: 'a text that is a list',
    text: '{"id": "1", "text": ["x"]}',
    message: 'queries.jsonl line 1: text is not a text, or is empty',
  },
  {
    name: 'a repeated id',
    text: '{"id": "1", "text": "x"}\n{"id": "1", "text": "y"}',
    message: 'queries.jsonl line 2: id repeats the id 1',
  },
])('queries with $name are refused', ({ text, message }) => {
  expect(() => parseQueries(text, 'queries.jsonl')).toThrow(message);
});

test.each([
  {
    name: 'two columns',
    text: 'q1\ta',
    message: 'qrels.tsv line 1: columns does not have the columns',
  },
  {
    name: 'an unknown query',
    text: 'q9\ta\t1',
    message: 'qrels.tsv line 1: query-id names no query: q9',
  },
  {
    name: 'an unknown document',
    text: 'query-id\tcorpus-id\tscore\nq1\tz\t1',
    message: 'qrels.tsv line 2: corpus-id names no document of corpus.jsonl: z',
  },
  {
    name: 'a grade in words',
    text: 'q1\ta\tyes',
    message: 'qrels.tsv line 1: score is not a number: yes',
  },
  { name: 'no grade', text: 'q1\ta\t', message: 'qrels.tsv line 1: score is not a number' },
])('judgements with $name are refused', ({ text, message }) => {
  expect(() => parseQrels(text, 'qrels.tsv', known)).toThrow(message);
});

test('corpus ids are read as the importer reads them', () => {
  expect(parseCorpusIds('{"_id": 3, "text": "x"}\n\n', 'corpus.jsonl')).toEqual(new Set(['3']));
});
