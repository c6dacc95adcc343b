import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ConfigError } from '#platform/errors.ts';
import { readCentroids, writeCentroids } from './centroids.ts';

const bundled = 'models/multilingual-e5-small-int8/centroids.json';
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doichung-centroids-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

test('the bundled means are of the languages the vocabulary was kept for', async () => {
  const { common, languages } = await readCentroids(bundled, 384);
  expect([...languages.keys()].toSorted().join(' ')).toBe(
    'ar de en es fr id ja km ko lo ms my ru th vi zh',
  );
  for (const mean of [common, ...languages.values()]) {
    expect(mean).toHaveLength(384);
    expect(Math.hypot(...mean)).toBeGreaterThan(0.7);
    expect(Math.hypot(...mean)).toBeLessThan(1);
  }
});

test('what is written is read back to the last bit', async () => {
  const path = join(folder, 'centroids.json');
  const languages = new Map([['vi', Float32Array.of(0.1, -0.2, 1e-7)]]);
  await writeFile(path, writeCentroids({ common: Float32Array.of(1, 2, 3), languages }));
  expect(await readCentroids(path, 3)).toEqual({ common: Float32Array.of(1, 2, 3), languages });
});

test.each([
  ['a mean of another length', { common: 'AAAA', languages: {} }, /does not have 384 numbers/],
  ['no common mean', { languages: {} }, /does not hold a mean/],
  ['a language that is no code', { common: '', languages: { viet: '' } }, /does not hold a mean/],
])('%s is refused', async (_, file, message) => {
  const path = join(folder, 'wrong.json');
  await writeFile(path, JSON.stringify(file));
  const error = await readCentroids(path, 384).catch((cause: unknown) => cause);
  expect(error).toBeInstanceOf(ConfigError);
  expect(String(error)).toMatch(message);
});
