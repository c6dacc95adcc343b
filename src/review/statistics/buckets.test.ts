import { expect, test } from 'vitest';
import { bucketsOf, unitOf } from './buckets.ts';

const now = new Date('2026-03-18T03:00:00Z');

test.each([
  [31, 'day'],
  [32, 'week'],
  [190, 'week'],
  [191, 'month'],
])('%i days are shown by the %s', (days, unit) => {
  const since = new Date('2026-01-01T00:00:00+07:00');
  expect(unitOf({ since, until: new Date(since.getTime() + days * 86_400_000) })).toBe(unit);
});

test('days have no holes, and today is not whole', () => {
  expect(bucketsOf({ from: '2026-03-16', to: '2026-03-18' }, 'day', now)).toEqual([
    { startsOn: '2026-03-16', whole: true },
    { startsOn: '2026-03-17', whole: true },
    { startsOn: '2026-03-18', whole: false },
  ]);
});

test('weeks begin on Monday; what the period cuts off is not whole', () => {
  expect(bucketsOf({ from: '2026-03-04', to: '2026-03-18' }, 'week', now)).toEqual([
    { startsOn: '2026-03-02', whole: false },
    { startsOn: '2026-03-09', whole: true },
    { startsOn: '2026-03-16', whole: false },
  ]);
});

test('a Sunday belongs to the week before; months have their own lengths', () => {
  expect(bucketsOf({ from: '2026-03-15', to: '2026-03-15' }, 'week', now)).toEqual([
    { startsOn: '2026-03-09', whole: false },
  ]);
  const months = bucketsOf({ from: '2025-12-01', to: '2026-03-18' }, 'month', now);
  expect(months.map(({ startsOn, whole }) => [startsOn, whole])).toEqual([
    ['2025-12-01', true],
    ['2026-01-01', true],
    ['2026-02-01', true],
    ['2026-03-01', false],
  ]);
});
