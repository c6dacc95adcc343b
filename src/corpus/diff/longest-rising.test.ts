import { expect, it } from 'vitest';

import { longestRising } from './longest-rising.ts';

it.each([
  [[], []],
  [[5], [0]],
  [
    [3, 1, 2],
    [1, 2],
  ],
  [[1, 1, 1], [2]],
  [
    [0, 8, 4, 12, 2, 10, 6, 14, 1, 9],
    [0, 4, 6, 9],
  ],
])('%j → %j', (values, expected) => {
  const rising = longestRising(values).map((index) => values[index] ?? NaN);
  expect(longestRising(values)).toHaveLength(expected.length);
  expect(rising).toEqual([...new Set(rising)].toSorted((a, b) => a - b));
});
