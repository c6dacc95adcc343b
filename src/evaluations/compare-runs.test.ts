import { expect, test } from 'vitest';
import { evalRun, foundQuery } from '../../test/support/eval-run.ts';
import { compareRuns } from './compare-runs.ts';
import { pairedTest } from './paired-test.ts';
import { parseRun } from './run-format.ts';

const ids = Array.from({ length: 40 }, (_, index) => String(index));
const options = { metric: 'mrr', margin: 0.01 } as const;

test('the same run is no regression, whatever the order of its queries', () => {
  const before = evalRun(ids.map((id) => foundQuery(id, 1)));
  const after = evalRun(ids.toReversed().map((id) => foundQuery(id, 1)));
  const result = compareRuns(before, after, options);
  expect(result).toMatchObject({ ok: true, queries: 40 });
  expect(result.arms.map(({ arm, wins, losses, pValue }) => [arm, wins, losses, pValue])).toEqual([
    ['lexical', 0, 0, 1],
    ['fused', 0, 0, 1],
  ]);
});

test('a loss beyond the margin is a regression, and the biggest losers are named', () => {
  const before = evalRun(ids.map((id) => foundQuery(id, 1)));
  const after = evalRun(ids.map((id) => foundQuery(id, id === '7' ? null : id < '2' ? 2 : 1)));
  const result = compareRuns(before, after, options);
  const fused = result.arms.find(({ arm }) => arm === 'fused');
  expect(result.ok).toBe(false);
  expect(fused).toMatchObject({ regressed: true, wins: 0 });
  expect(fused?.worst[0]).toMatchObject({ queryId: '7', before: 1, after: 0 });
  expect(fused?.low).toBeLessThan(fused?.difference ?? 0);
  expect(compareRuns(before, after, { ...options, margin: 0.5 }).ok).toBe(true);
  expect(compareRuns(after, before, options)).toMatchObject({ ok: true });
});

test.each([
  ['corpusSha256', 'corpus'],
  ['queriesSha256', 'queries'],
  ['split', 'split'],
  ['language', 'language'],
])('runs that differ in %s are refused', (part, named) => {
  const before = evalRun([foundQuery('1', 1)]);
  const after = evalRun([foundQuery('1', 1)], { data: { ...before.data, [part]: 'other' } });
  expect(() => compareRuns(before, after, options)).toThrow(named);
});

test('runs without a common arm are refused', () => {
  const before = evalRun([foundQuery('1', 1)], { arms: ['dense'] });
  expect(() => compareRuns(before, evalRun([foundQuery('1', 1)]), options)).toThrow(
    expect.objectContaining({ field: 'arms' }),
  );
});

test('unanswerable queries are not ranked', () => {
  const unanswerable = foundQuery('u', null, { answerable: false, relevant: [] });
  const run = evalRun([foundQuery('1', 1), unanswerable]);
  expect(compareRuns(run, run, options).queries).toBe(1);
});

// 2^10 sign assignments: only all-plus and all-minus reach the observed sum.
test('the p-value of ten equal wins is about 2/1024', () => {
  const { pValue, difference } = pairedTest(Array.from({ length: 10 }, () => 0.1));
  expect(difference).toBeCloseTo(0.1);
  expect(pValue).toBeGreaterThan(0.0008);
  expect(pValue).toBeLessThan(0.0035);
});

test('wins and losses of the same size are what chance gives', () => {
  const { pValue, low, high } = pairedTest([1, -1, 1, -1, 1, -1, 0, 0]);
  expect(pValue).toBe(1);
  expect(low).toBeLessThan(0);
  expect(high).toBeGreaterThan(0);
});

test.each([
  ['{', 'is not JSON'],
  ['{}', 'is no evaluation run'],
  ['[1]', 'is no evaluation run'],
  ['{"format":"doichung-eval-run/0"}', 'another version (doichung-eval-run/0)'],
  [JSON.stringify({ ...evalRun([]), queries: 3 }), 'queries'],
])('a file that is no run is refused by name: %s', (text, why) => {
  expect(() => parseRun(text, 'a.json')).toThrow(expect.objectContaining({ field: 'run' }));
  expect(() => parseRun(text, 'a.json')).toThrow(why);
  expect(() => parseRun(text, 'a.json')).toThrow('a.json');
});
