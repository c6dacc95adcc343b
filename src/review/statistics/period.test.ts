import { expect, test } from 'vitest';
import { readPeriod } from './period.ts';

const now = new Date('2026-03-05T18:30:00Z');

test('days are Vietnamese, both included', () => {
  expect(readPeriod({ from: '2026-03-01', to: '2026-03-02' }, now)).toEqual({
    from: '2026-03-01',
    to: '2026-03-02',
    since: new Date('2026-02-28T17:00:00Z'),
    until: new Date('2026-03-02T17:00:00Z'),
  });
});

test('without days it is the last thirty, today in Vietnam included', () => {
  expect(readPeriod({}, now)).toMatchObject({ from: '2026-02-05', to: '2026-03-06' });
});

test.each([
  [{ from: '2026-02-30' }, 'from'],
  [{ to: '01/03/2026' }, 'to'],
  [{ from: '2026-03-02', to: '2026-03-01' }, 'to'],
  [{ from: '2020-01-01', to: '2026-03-01' }, 'from'],
])('%o is refused', (input, field) => {
  expect(() => readPeriod(input, now)).toThrow(expect.objectContaining({ field }));
});
