import { expect, test } from 'vitest';
import { wordDifferences } from './word-differences.ts';

test.each([
  ['Thư viện thu phí.', 'thu vien THU phi', [], []],
  ['Nghe nói thư viện thu phí', 'Thư viện thu phí', ['Nghe', 'nói'], []],
  ['Cầu dài 14 km', 'Cầu dài 41 km', ['14'], ['41']],
  ['rất rất dài', 'rất dài', ['rất'], []],
  ['', 'dài', [], ['dài']],
])('%s | %s', (left, right, ours, theirs) => {
  const found = wordDifferences(left, right);
  expect(found.left.map(({ text }) => text)).toEqual(ours);
  expect(found.right.map(({ text }) => text)).toEqual(theirs);
});

test('spans are code points', () => {
  expect(wordDifferences('😀 dài', 'ngắn').left).toEqual([{ start: 2, end: 5, text: 'dài' }]);
});
