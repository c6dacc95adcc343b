import { expect, test } from 'vitest';
import { fitIsotonic } from './isotonic.ts';

const point = (x: number, y: number, weight = 1) => ({ x, y, weight });

test('rising points stay, falling ones are pooled by their weight', () => {
  expect(fitIsotonic([point(0.1, 0), point(0.2, 0.5), point(0.3, 1)], 0)).toEqual([
    [0.1, 0],
    [0.2, 0.5],
    [0.3, 1],
  ]);
  const [only, ...rest] = fitIsotonic([point(0.2, 1, 3), point(0.6, 0)], 0);
  expect(rest).toEqual([]);
  expect(only?.[0]).toBeCloseTo(0.3);
  expect(only?.[1]).toBeCloseTo(0.75);
});

test('pooling goes back as far as it must', () => {
  const curve = fitIsotonic([point(1, 0.5), point(2, 0.6), point(3, 0)], 0);
  expect(curve).toHaveLength(1);
  expect(curve[0]?.[1]).toBeCloseTo(1.1 / 3);
});

test('a few examples at an end are no evidence for 0 or 1', () => {
  const points = [...Array.from({ length: 99 }, (_, at) => point(at / 100, 0.5)), point(1, 1)];
  const curve = fitIsotonic(points);
  expect(curve).toHaveLength(1);
  expect(curve[0]?.[1]).toBeCloseTo(0.505);
});

test('no points, no curve', () => {
  expect(fitIsotonic([])).toEqual([]);
});
