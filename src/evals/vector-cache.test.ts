import { appendFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Embedder, EmbedderSet } from '#ai/ports.ts';
import { createScriptedEmbedder } from '#ai/scripted-embedder.ts';
import { cachedEmbedders } from './vector-cache.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'vectors-'));
});
afterEach(() => rm(directory, { recursive: true }));

function only(embedder: Embedder): EmbedderSet {
  const find = async (fingerprint: string) =>
    fingerprint === embedder.info.fingerprint ? embedder : null;
  return { configured: embedder, find, async [Symbol.asyncDispose]() {} };
}

test('what one run embedded the next one reads, as query and as passage apart', async () => {
  const model = createScriptedEmbedder({ dimensions: 8 });
  const texts = ['một', 'hai', 'một'];
  let first: Float32Array[];
  {
    await using embedders = cachedEmbedders(only(model), directory);
    first = await embedders.configured.embed(texts, 'passage');
    expect(first).toEqual(await model.embed(texts, 'passage'));
  }
  expect(model.calls.map((call) => call.texts)).toEqual([['một', 'hai'], texts]);
  await using embedders = cachedEmbedders(only(model), directory);
  expect(await embedders.configured.embed(texts, 'passage')).toEqual(first);
  expect(model.calls).toHaveLength(2);
  await embedders.configured.embed(['một', 'ba'], 'query');
  expect(model.calls.at(-1)).toEqual({ texts: ['một', 'ba'], kind: 'query' });
});

test('a record that was cut off is made again, and another model has its own file', async () => {
  const model = createScriptedEmbedder({ dimensions: 8 });
  {
    await using embedders = cachedEmbedders(only(model), directory);
    await embedders.configured.embed(['một'], 'query');
  }
  const folder = path.join(directory, model.info.fingerprint);
  const [name = ''] = await readdir(folder);
  await appendFile(path.join(folder, name), Buffer.alloc(40));
  await using embedders = cachedEmbedders(only(model), directory);
  await embedders.configured.embed(['một', 'hai'], 'query');
  expect(model.calls.at(-1)?.texts).toEqual(['hai']);
  const other = createScriptedEmbedder({ dimensions: 4 });
  await using others = cachedEmbedders(only(other), directory);
  expect((await others.configured.embed(['một'], 'query'))[0]).toHaveLength(4);
});
