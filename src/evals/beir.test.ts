import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readBeir } from './beir.ts';

let dir = '';

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'doichung-beir-'));
});
afterEach(() => rm(dir, { recursive: true }));

const corpus = '{"id": "a", "text": "One."}\n{"id": "b", "text": "Two."}\n';
const queries = [
  '{"id": "1", "text": "one?", "split": "train"}',
  '{"id": "2", "text": "two?", "split": "test"}',
  '{"id": "3", "text": "three?", "split": "test", "answerable": false}',
  '{"id": "4", "text": "nobody judged this", "split": "test"}',
].join('\n');
const header = 'query-id\tcorpus-id\tscore\n';

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) await writeFile(join(dir, name), text);
}

test('one qrels.tsv is split by the queries’ own field', async () => {
  await write({
    'corpus.jsonl': corpus,
    'queries.jsonl': queries,
    'qrels.tsv': `${header}1\ta\t1\n2\tb\t1\n`,
  });
  const found = await readBeir(dir, 'test');
  expect(found.queries.map((query) => query.id)).toEqual(['2']);
  expect(found.unanswerable.map((query) => query.id)).toEqual(['3']);
  expect((await readBeir(dir, 'all')).queries.map((query) => query.id)).toEqual(['1', '2']);
});

test('qrels.SPLIT.tsv goes before qrels.tsv', async () => {
  await write({
    'corpus.jsonl': corpus,
    'queries.jsonl': queries,
    'qrels.tsv': `${header}1\ta\t1\n`,
    'qrels.test.tsv': `${header}2\tb\t1\n`,
  });
  const found = await readBeir(dir, 'test');
  expect(found.queries.map((query) => query.id)).toEqual(['2']);
});

test('an unknown split lists the splits there are', async () => {
  await write({ 'corpus.jsonl': corpus, 'queries.jsonl': queries, 'qrels.tsv': header });
  await write({ 'qrels.dev.tsv': header });
  await expect(readBeir(dir, 'nope')).rejects.toMatchObject({
    field: 'split',
    remedy: 'Choose one of: all, dev, test, train.',
  });
});

test.each([
  {
    name: 'a missing file',
    files: { 'corpus.jsonl': corpus },
    message: 'queries.jsonl is missing',
  },
  { name: 'an empty corpus', files: { 'corpus.jsonl': '\n' }, message: 'holds no document' },
  {
    name: 'a split without judgements',
    files: { 'corpus.jsonl': corpus, 'queries.jsonl': queries, 'qrels.tsv': header },
    message: 'no query of the split test has a relevant document',
  },
])('$name is refused', async ({ files, message }) => {
  await write(files);
  await expect(readBeir(dir, 'test')).rejects.toThrow(message);
});

test('a folder that is not there is refused', async () => {
  await expect(readBeir(join(dir, 'nowhere'), 'test')).rejects.toMatchObject({ field: 'data' });
});
