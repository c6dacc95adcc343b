import { expect, test } from 'vitest';
import { lengthBatches } from './length-batches.ts';

test.each([
  { name: 'no texts', lengths: [], budget: 100, expected: [] },
  { name: 'one text', lengths: [7], budget: 100, expected: [[0]] },
  { name: 'longest first', lengths: [3, 9, 5], budget: 100, expected: [[1, 2, 0]] },
  {
    name: 'equal lengths keep their order',
    lengths: [4, 4, 4],
    budget: 8,
    expected: [[0, 1], [2]],
  },
  { name: 'padding counts', lengths: [10, 1, 1], budget: 20, expected: [[0, 1], [2]] },
  { name: 'a text over the budget is alone', lengths: [50, 2], budget: 20, expected: [[0], [1]] },
])('$name', ({ lengths, budget, expected }) => {
  expect(lengthBatches(lengths, budget)).toEqual(expected);
});

test('every text is in exactly one batch and no batch of several exceeds the budget', () => {
  const lengths = Array.from({ length: 500 }, (_, index) => ((index * 7919) % 512) + 1);
  const batches = lengthBatches(lengths, 1024);
  expect(batches.flat().toSorted((a, b) => a - b)).toEqual([...lengths.keys()]);
  for (const batch of batches) {
    const longest = Math.max(...batch.map((index) => lengths[index] ?? 0));
    expect(batch.length === 1 || batch.length * longest <= 1024).toBe(true);
  }
});
