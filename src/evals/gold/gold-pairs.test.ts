import { expect, test } from 'vitest';
import { z } from 'zod';
import { parseJsonLines } from '../json-lines.ts';
import { type GoldPair, relevantPassages } from './gold-pairs.ts';

const passages = [
  { id: 1, document: 'a', language: 'vi', text: 'Thư viện mở cửa\ntừ 8 giờ.' },
  { id: 2, document: 'b', language: 'en', text: 'The library opens at eight.' },
  { id: 3, document: 'c', language: 'en', text: 'The library opens at eight.' },
];
const pair: GoldPair = {
  id: 'p',
  lang: 'vi',
  text: 'Thư viện mở cửa lúc 9 giờ.',
  slice: 'clean',
  relevant: [
    { document: 'a', quote: 'mở cửa từ 8 giờ' },
    { document: 'b', quote: 'opens at eight' },
  ],
};

test('passages of the named documents that hold a quote are relevant, however they are spaced', () => {
  expect([...relevantPassages(pair, passages).keys()]).toEqual(['1', '2']);
});

test('where only one language is searched, only its passages are relevant', () => {
  const inEnglish = relevantPassages({ ...pair, search_language: 'en' }, passages);
  expect([...inEnglish.keys()]).toEqual(['2']);
});

test('a quote that stands nowhere is refused by the name of its pair', () => {
  const wrong = { ...pair, relevant: [{ document: 'a', quote: 'closes' }] };
  expect(() => relevantPassages(wrong, passages)).toThrow('p: no passage of a holds its quote');
});

test.each([
  ['{"id": "x"}\nnonsense', 'gold.jsonl line 2: line'],
  ['{"id": "x"}\n\n{"id": 3}', 'gold.jsonl line 3: id'],
])('a wrong line is named: %j', (text, where) => {
  expect(() => parseJsonLines(text, 'gold.jsonl', z.object({ id: z.string() }))).toThrow(where);
});
