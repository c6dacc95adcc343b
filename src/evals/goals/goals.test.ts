import { expect, test } from 'vitest';
import { createScriptedEmbedder } from '#ai/scripted-embedder.ts';
import { isFittedOn } from '../fitted-part.ts';
import { type GoalRow, measuredRow } from './goal-row.ts';
import { goalNames, parseGoalNames, runGoals } from './run-goals.ts';

const least = { goal: 'g', target: 0.9, bound: 'least', command: 'c' } as const;
const most = { goal: 'g', target: 0.05, bound: 'most', command: 'c' } as const;

test.each([
  { spec: least, value: 0.9, ok: true },
  { spec: least, value: 0.89999, ok: false },
  { spec: most, value: 0.05, ok: true },
  { spec: most, value: 0.051, ok: false },
  { spec: least, value: Number.NaN, ok: null },
])('$value, at $spec.bound $spec.target: $ok', ({ spec, value, ok }) => {
  expect(measuredRow(spec, value, null).ok).toBe(ok);
});

test('a data folder that is missing gives rows without a value, each told, and no success', async () => {
  const told: GoalRow[] = [];
  const configured = createScriptedEmbedder();
  const report = await runGoals(goalNames, {
    dataRoot: '/nowhere',
    goldDir: '/nowhere',
    namesFile: null,
    embedders: {
      configured,
      find: async () => configured,
      [Symbol.asyncDispose]: async () => {},
    },
    onProgress: () => {},
    onRow: (row) => told.push(row),
  });
  expect(report.ok).toBe(false);
  expect(report.rows.length).toBeGreaterThan(30);
  expect(told).toEqual(report.rows);
  for (const row of report.rows) {
    expect(row).toMatchObject({ value: null, ok: null });
    expect(row.note).toMatch(/\/nowhere|nothing to judge/u);
  }
});

test('unknown goals are refused with the ones there are', () => {
  expect(parseGoalNames(undefined)).toEqual(goalNames);
  expect(parseGoalNames('zalo, ct20,zalo')).toEqual(['zalo', 'ct20']);
  expect(() => parseGoalNames('everything')).toThrow(expect.objectContaining({ field: 'only' }));
});

test.each([
  ['ct20_task2_en', { id: '1', split: 'train' }, true],
  ['ct20_task2_en', { id: '1', split: 'test' }, false],
  // Character codes: "a" is 97, "b" 98.
  ['vihallu_vi_dev', { id: 'a', split: null }, false],
  ['vihallu_vi_dev', { id: 'b', split: null }, true],
])('%s %j was fitted on: %s', (folder, query, fitted) => {
  expect(isFittedOn(folder, query)).toBe(fitted);
});
