import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createScriptedEmbedder } from '#ai/scripted-embedder.ts';
import { reportPage } from '#evals/report/page.ts';
import { readRun, writeRun } from '#evals/run-file.ts';
import { runEvaluation } from '#evals/run.ts';
import { embedderSet, engine } from '../support/test-context.ts';

let dir = '';
const serverUrl = engine === 'postgres' ? (process.env['DATABASE_URL'] ?? null) : null;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'doichung-eval-'));
  const documents = [
    {
      id: 'rice',
      title: 'Rice exports',
      text: 'The country exported eight million tonnes of rice.',
    },
    {
      id: 'sea',
      title: 'Law of the sea',
      text: 'The convention on the law of the sea was ratified.',
    },
    { id: 'vi', title: 'Xuất khẩu gạo', text: 'Việt Nam xuất khẩu tám triệu tấn gạo.', lang: 'vi' },
    { id: 'broken', text: 'Viá»‡t Nam xuáº¥t kháº©u', lang: 'vi' },
  ];
  const queries = [
    { id: '1', text: 'How many tonnes of rice were exported? https://example.org/x', lang: 'en' },
    { id: '2', text: 'Was the convention on the law of the sea ratified?', lang: 'en' },
    { id: '3', text: 'gao xuat khau bao nhieu tan', lang: 'vi' },
    { id: '4', text: 'football results', lang: 'en', answerable: false },
  ];
  const qrels = [
    'query-id\tcorpus-id\tscore',
    '1\trice\t1',
    '2\tsea\t1',
    '3\tvi\t1',
    '3\tbroken\t1',
  ];
  const jsonl = (rows: readonly object[]): string =>
    rows.map((row) => JSON.stringify(row)).join('\n');
  await writeFile(join(dir, 'corpus.jsonl'), jsonl(documents));
  await writeFile(join(dir, 'queries.jsonl'), jsonl(queries));
  await writeFile(join(dir, 'qrels.tsv'), qrels.join('\n'));
});
afterAll(() => rm(dir, { recursive: true }));

async function evaluate(options: { language?: string; queryLanguage?: string } = {}) {
  const stages = new Set<string>();
  const run = await runEvaluation({
    dataDir: dir,
    split: 'all',
    arms: ['lexical', 'dense', 'fused'],
    languages: {
      documents: options.language ?? null,
      queries: options.queryLanguage ?? options.language ?? null,
    },
    slices: ['no_diacritics', 'upper', 'nfd'],
    serverUrl,
    embedders: embedderSet(createScriptedEmbedder()),
    code: { version: '0', revision: null },
    onProgress: (stage) => stages.add(stage),
  });
  return { run, stages };
}

test('a corpus is imported, searched, judged for every arm and slice, and stored', async () => {
  const { run, stages } = await evaluate();
  expect(run).toMatchObject({ documents: 3, passages: 3, data: { split: 'all' } });
  expect(run.queries).toHaveLength(4);
  expect(run.refused).toHaveLength(1);
  expect(run.values.lexical?.['success@1']).toBe(1);
  // The document the importer refused is relevant to the third query and counts as missed.
  expect(run.values.fused?.['recall@10']).toBeCloseTo((1 + 1 + 0.5) / 3, 4);
  expect(run.intervals.dense?.['mrr']?.high).toBeGreaterThanOrEqual(run.values.dense?.['mrr'] ?? 1);
  expect([...stages]).toEqual([
    'importing documents',
    'embedding passages',
    'searching',
    'searching, upper',
  ]);
  // Nothing asked has a diacritic, so only upper case changes anything.
  expect(run.slices.map(({ name, kind }) => [name, kind])).toEqual([
    ['language_en', 'subset'],
    ['language_vi', 'subset'],
    ['few_words', 'subset'],
    ['upper', 'noise'],
  ]);
  expect(run.slices.at(-1)?.ratio?.lexical?.value).toBe(1);
  const rice = run.queries.find((query) => query.id === '1');
  expect(rice?.relevant).toEqual([
    { id: 'rice', grade: 1, ranks: expect.objectContaining({ lexical: 1, fused: 1 }) },
  ]);
  expect(rice?.returned.fused[0]).toMatchObject({ id: 'rice' });
  expect(rice?.best.right).toBe(true);
  expect(run.titles['rice']).toBe('Rice exports');
  const unanswerable = run.queries.find((query) => !query.answerable);
  expect(unanswerable).toMatchObject({ relevant: [], heldOut: null });

  const path = await writeRun(join(dir, 'runs'), run);
  expect(await readRun(path)).toEqual(JSON.parse(JSON.stringify(run)));
  const page = reportPage([await readRun(path)]);
  expect(page).toContain('success@10');
}, 120_000);

test('with the right document taken out the best match is less probable', async () => {
  const { run } = await evaluate({ language: 'en' });
  expect(run.queries.filter((query) => query.answerable)).toHaveLength(2);
  for (const { best, heldOut } of run.queries.filter((query) => query.answerable)) {
    expect(heldOut).not.toBeNull();
    expect(heldOut ?? 1).toBeLessThanOrEqual(best.probability);
  }
}, 120_000);

test.each([{ language: 'lo' }, { language: 'vi', queryLanguage: 'en' }])(
  'languages nobody asks or answers in are refused: %o',
  async (options) => {
    await expect(evaluate(options)).rejects.toMatchObject({ field: 'language' });
  },
);
