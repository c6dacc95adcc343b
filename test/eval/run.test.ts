import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createScriptedEmbedder } from '#ai/scripted-embedder.ts';
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

async function evaluate(options: { language?: string } = {}) {
  const stages = new Set<string>();
  const report = await runEvaluation({
    dataDir: dir,
    split: 'all',
    arms: ['lexical', 'dense', 'fused'],
    language: options.language ?? null,
    serverUrl,
    embedders: embedderSet(createScriptedEmbedder()),
    onProgress: (stage) => stages.add(stage),
  });
  return { report, stages };
}

test('a corpus is imported, searched and judged for every arm', async () => {
  const { report, stages } = await evaluate();
  expect(report).toMatchObject({ split: 'all', queries: 3, documents: 3, passages: 3 });
  expect(report.probability.unanswerable).toBe(1);
  expect(report.refused).toHaveLength(1);
  expect(report.arms.lexical?.['success@1']).toBe(1);
  // The document the importer refused is relevant to the third query and counts as missed.
  expect(report.arms.fused?.['recall@10']).toBeCloseTo((1 + 1 + 0.5) / 3, 4);
  expect(report.intervals.dense?.mrr.high).toBeGreaterThanOrEqual(report.arms.dense?.mrr ?? 1);
  expect([...stages]).toEqual(['importing documents', 'embedding passages', 'searching']);
}, 60_000);

test('a language nobody asks in is refused', async () => {
  await expect(evaluate({ language: 'lo' })).rejects.toMatchObject({ field: 'language' });
});
