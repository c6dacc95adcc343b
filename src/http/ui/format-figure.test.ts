import { expect, test } from 'vitest';
import { formatFigure, formatShortDay, formatShortMonth } from './format-figure.ts';

test.each([
  [1234.56, 'count', '1.234,6', '1,234.6'],
  [0.286, 'share', '29%', '29%'],
  [0.005, 'money', '0,005', '0.005'],
  [12.345, 'money', '12,35', '12.35'],
  [0.05, 'hours', '0,05', '0.05'],
  [61.04, 'hours', '61', '61'],
  [-0.256, 'kappa', '-0,26', '-0.26'],
] as const)('%d as %s', (value, measure, vi, en) => {
  expect(formatFigure(value, measure, 'vi')).toBe(vi);
  expect(formatFigure(value, measure, 'en')).toBe(en);
});

test('days and months of an axis', () => {
  expect(formatShortDay('2026-11-09', 'vi')).toBe('9/11');
  expect(formatShortDay('2026-11-09', 'en')).toBe('9 Nov');
  expect(formatShortMonth('2026-11-01', 'vi')).toBe('11/26');
});
