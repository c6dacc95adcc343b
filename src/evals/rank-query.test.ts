import { expect, test } from 'vitest';
import { rankDocuments } from './rank-query.ts';

const match = (passageId: number, lexical: number | null, dense: number | null) => ({
  passageId,
  lexical,
  dense,
  fused: 0,
  probability: 0,
  reasons: null,
});
const documentOf = new Map([
  [1, 'a'],
  [2, 'b'],
  [3, 'b'],
  [4, 'c'],
]);
const matches = [match(1, 1, 0.8), match(2, 3, null), match(3, null, 0.9), match(4, 2, 0.7)];

test.each([
  { arm: 'fused' as const, expected: ['a', 'b', 'c'] },
  { arm: 'lexical' as const, expected: ['b', 'c', 'a'] },
  { arm: 'dense' as const, expected: ['b', 'a', 'c'] },
])('a document stands where its best passage stands: $arm', ({ arm, expected }) => {
  expect(rankDocuments(matches, arm, documentOf)).toEqual(expected);
});

test('a passage of an unknown document is left out', () => {
  expect(rankDocuments([match(9, 1, 1)], 'fused', documentOf)).toEqual([]);
});
