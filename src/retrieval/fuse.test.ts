import { expect, test } from 'vitest';
import { fuse } from './fuse.ts';

const weights = { lexicalWeight: 0.01 };
const candidate = (passageId: number, lexical: number | null, dense: number | null) => ({
  passageId,
  lexical,
  dense,
});

test.each([
  { name: 'nothing', candidates: [], expected: [] },
  {
    name: 'cosine plus weighted BM25',
    candidates: [candidate(1, 0, 0.8), candidate(2, 20, 0.7), candidate(3, null, 0.85)],
    expected: [2, 3, 1],
  },
  {
    name: 'ties go by id',
    candidates: [candidate(9, 1, 0.8), candidate(4, 1, 0.8)],
    expected: [4, 9],
  },
  {
    name: 'without a vector the lowest cosine counts',
    candidates: [candidate(1, null, 0.9), candidate(2, 5, null), candidate(3, null, 0.8)],
    expected: [1, 2, 3],
  },
  {
    name: 'without any vector BM25 alone decides',
    candidates: [candidate(1, 2, null), candidate(2, 7, null)],
    expected: [2, 1],
  },
])('$name', ({ candidates, expected }) => {
  expect(fuse(candidates, weights).map(({ passageId }) => passageId)).toEqual(expected);
});

test('the score is absolute: it does not depend on the other candidates', () => {
  const alone = fuse([candidate(1, 10, 0.8)], weights);
  const among = fuse([candidate(1, 10, 0.8), candidate(2, 90, 0.1)], weights);
  expect(alone[0]?.score).toBeCloseTo(0.9, 10);
  expect(among.find(({ passageId }) => passageId === 1)?.score).toBe(alone[0]?.score);
});
