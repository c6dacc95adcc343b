import { cp, mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ConfigError, UnavailableError } from '#platform/errors.ts';
import { createLocalEmbedder } from './local-embedder.ts';
import { verifyModelFiles } from './model-files.ts';
import type { Embedder, EmbeddingKind } from './ports.ts';
import { createTextEncoder, type EncodeText } from './text-encoder.ts';

const MODEL_DIR = 'models/multilingual-e5-small-int8';

interface Golden {
  language: string;
  kind: EmbeddingKind;
  text: string;
  vector: number[];
}

describe('tokenizer', () => {
  let encode: EncodeText;
  beforeAll(async () => {
    encode = await createTextEncoder(await verifyModelFiles(MODEL_DIR), 512);
  });

  test('gives the ids of the original, renumbered, on 1,000 strings', async () => {
    const goldens = await readFixture<[string, number[]][]>('tokenizer-golden.json');
    expect(goldens).toHaveLength(1000);
    const wrong = goldens.filter(([text, ids]) => encode(text).join() !== ids.join());
    expect(wrong).toEqual([]);
  });

  test('reads control tokens typed in a text as plain characters', () => {
    const [start, ...rest] = encode('<s>giá cũ</s> <mask> <pad> <unk>');
    expect(start).toBe(0);
    expect(rest.filter((id) => id <= 3)).toEqual([2]);
  });
});

describe('model', () => {
  let embedder: Embedder;
  beforeAll(async () => {
    embedder = await createLocalEmbedder({ modelDir: MODEL_DIR, threads: 2 });
  });
  afterAll(async () => {
    await embedder[Symbol.asyncDispose]();
  });

  test('stays close to the original on 50 texts in seven languages', async () => {
    const goldens = await readFixture<Golden[]>('embedding-golden.json');
    const cosines: number[] = [];
    for (const kind of ['query', 'passage'] as const) {
      const members = goldens.filter((golden) => golden.kind === kind);
      const texts = members.map((golden) => golden.text);
      const vectors = await embedder.embed(texts, kind);
      members.forEach((golden, index) => cosines.push(dot(vectors[index], golden.vector)));
    }
    expect(new Set(goldens.map((golden) => golden.language)).size).toBe(7);
    expect(cosines).toHaveLength(50);
    expect(Math.min(...cosines)).toBeGreaterThanOrEqual(0.99);
    expect(cosines.reduce((sum, value) => sum + value) / 50).toBeGreaterThanOrEqual(0.995);
  });

  test('keeps the order of the texts whatever their lengths', async () => {
    const texts = ['Lũ về', 'Cá heo là loài thú biển thở bằng phổi. '.repeat(40), 'Giá vàng'];
    const together = await embedder.embed(texts, 'passage');
    for (const [index, text] of texts.entries()) {
      const [alone] = await embedder.embed([text], 'passage');
      expect(dot(together[index], alone)).toBeGreaterThan(0.98);
    }
    expect(dot(together[0], together[2])).toBeLessThan(0.95);
  });

  test('gives normalised vectors of 384 numbers, other ones for query and passage', async () => {
    const [query] = await embedder.embed(['Giá xăng tăng'], 'query');
    const [passage] = await embedder.embed(['Giá xăng tăng'], 'passage');
    expect(query).toHaveLength(embedder.info.dimensions);
    expect(dot(query, query)).toBeCloseTo(1, 5);
    expect(dot(query, passage)).toBeLessThan(0.9999);
  });

  test('gives nothing for nothing and a vector for an empty text', async () => {
    expect(await embedder.embed([], 'query')).toEqual([]);
    const [empty] = await embedder.embed([''], 'query');
    expect(dot(empty, empty)).toBeCloseTo(1, 5);
  });

  test('stops when the caller aborts', async () => {
    const stop = new AbortController();
    const texts = Array.from({ length: 400 }, (_, index) => `văn bản số ${index}`);
    const running = embedder.embed(texts, 'passage', { signal: stop.signal });
    stop.abort(new Error('changed my mind'));
    await expect(running).rejects.toThrow('changed my mind');
  });

  // Last of its group: it closes the embedder the others share.
  test('refuses work once closed', async () => {
    await embedder[Symbol.asyncDispose]();
    await expect(embedder.embed(['Giá gạo'], 'query')).rejects.toThrow(UnavailableError);
  });
});

describe('model files', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'doichung-model-'));
    await cp(MODEL_DIR, folder, { recursive: true });
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  test('one changed byte is found before the model is loaded', async () => {
    const { modelSha256 } = await verifyModelFiles(folder);
    await using file = await open(join(folder, 'model.onnx'), 'r+');
    await file.write(Buffer.from([0x55]), 0, 1, 30_000_000);
    const error = await createLocalEmbedder({ modelDir: folder }).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(ConfigError);
    expect(error).toMatchObject({ field: 'MODEL_DIR' });
    expect(String(error)).toMatch(`expected ${modelSha256}`);
    expect(String(error)).toMatch(/model\.onnx is damaged: sha256 is [0-9a-f]{64}/);
  });

  test('a missing file is named, with a remedy', async () => {
    await rm(join(folder, 'tokenizer.json'));
    await rm(join(folder, 'model.onnx'));
    await cp(join(MODEL_DIR, 'model.onnx'), join(folder, 'model.onnx'));
    const error = await verifyModelFiles(folder).catch((cause: unknown) => cause);
    expect(String(error)).toMatch(/tokenizer\.json is missing/);
    expect(error).toMatchObject({ remedy: expect.stringContaining('EMBEDDINGS_BASE_URL') });
  });

  test('an absent directory is named', async () => {
    await expect(verifyModelFiles('models/none')).rejects.toThrow(/models\/none.* is missing/);
  });
});

function dot(a: ArrayLike<number> | undefined, b: ArrayLike<number> | undefined): number {
  if (a === undefined || b === undefined) throw new Error('a vector is missing');
  return Array.from(a).reduce((sum, value, index) => sum + value * (b[index] ?? Number.NaN), 0);
}

async function readFixture<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(join('test/fixtures', name), 'utf8')) as T;
}
