import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createScriptedEmbedder } from '#ai/scripted-embedder.ts';
import { type GoalRow } from '#evals/goals/goal-row.ts';
import { runGoals } from '#evals/goals/run-goals.ts';
import { embedderSet } from '../support/test-context.ts';

let dir = '';

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'doichung-goals-'));
  const folder = join(dir, 'zalo_wikiqa_vi');
  await mkdir(folder);
  const jsonl = (rows: readonly object[]): string =>
    rows.map((row) => JSON.stringify(row)).join('\n');
  await writeFile(
    join(folder, 'corpus.jsonl'),
    jsonl([
      { id: 'a', text: 'Thư viện giả định mở cửa từ tám giờ sáng.', lang: 'vi' },
      { id: 'b', text: 'Vườn hoa giả định trồng ba trăm cây hoa giấy.', lang: 'vi' },
    ]),
  );
  await writeFile(
    join(folder, 'queries.jsonl'),
    jsonl([
      { id: '1', text: 'Thư viện mở cửa lúc nào', lang: 'vi', split: 'train' },
      { id: '2', text: 'Vườn hoa trồng bao nhiêu cây', lang: 'vi', split: 'dev' },
      { id: '3', text: 'Sân bóng dài mấy mét', lang: 'vi', split: 'dev', answerable: false },
    ]),
  );
  await writeFile(join(folder, 'qrels.tsv'), 'query-id\tcorpus-id\tscore\n1\ta\t1\n2\tb\t1\n');
});
afterAll(() => rm(dir, { recursive: true }));

test('a set gives its rows as they are measured; sets that are missing give rows without a value', async () => {
  const told: GoalRow[] = [];
  const report = await runGoals(['zalo', 'alqac'], {
    dataRoot: dir,
    goldDir: dir,
    namesFile: null,
    embedders: embedderSet(createScriptedEmbedder()),
    onProgress: () => {},
    onRow: (row) => told.push(row),
  });
  expect(told).toEqual(report.rows);
  const row = (goal: string) => report.rows.find((one) => one.goal === goal);
  expect(row('zalo success@1')).toMatchObject({ value: 1, ok: true, target: 0.63, low: 1 });
  expect(row('zalo success@1: fused − better leg')).toMatchObject({ value: 0, ok: true });
  // "bao nhiêu" is shortened; the other question has nothing to shorten.
  expect(row('zalo S@10 teencode ÷ clean')).toMatchObject({
    value: 1,
    note: expect.stringContaining('1 queries changed'),
  });
  expect(row('zalo S@10 nfd ÷ clean')?.note).toContain('2 queries changed');
  expect(row('alqac success@1 (train part)')).toMatchObject({ value: null, ok: null });
  expect(report.rows.some(({ goal }) => goal.startsWith('ECE'))).toBe(true);
  expect(report.ok).toBe(false);
}, 120_000);
