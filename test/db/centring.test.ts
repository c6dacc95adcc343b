import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createScriptedEmbedder } from '#ai/scripted-embedder.ts';
import {
  awaitVectors,
  embedPassages,
  prepareQueries,
  registerModel,
  searchPassages,
} from '#retrieval/index.ts';
import type { Context } from '../../src/context.ts';
import { approveCorpus, documentKeys } from '../support/corpus.ts';
import { createTestContext, embedderSet } from '../support/test-context.ts';

const vi = 'Con tàu giả định chở gạo đã cập cảng lúc sáu giờ sáng hôm nay.';
const en = 'The assumed ship with rice reached the port at six this morning.';
const other = 'Vườn hoa giả định của xã mở cửa cho khách vào cuối tuần.';
const fr = 'Le bateau supposé est arrivé au port ce matin avec du riz.';
const question = 'Tàu chở gạo giả định đã cập cảng chưa?';
/** A space of four: language (two), ship, garden. The language weighs more than the meaning. */
const vectors = {
  [vi]: [0.9, 0, 0.3, 0],
  [en]: [0, 0.9, 0.3, 0],
  [other]: [0.9, 0, 0, 0.3],
  [fr]: [0.6, 0.6, 0.3, 0],
  [question]: [0.9, 0, 0.28, 0.02],
};
const length = Math.hypot(0.9, 0.3);
const frenchLength = Math.hypot(0.6, 0.6, 0.3);
const centroids = {
  common: Float32Array.of(0.6 / frenchLength, 0.6 / frenchLength, 0, 0),
  languages: new Map([
    ['vi', Float32Array.of(0.9 / length, 0, 0, 0)],
    ['en', Float32Array.of(0, 0.9 / length, 0, 0)],
  ]),
};
const plain = createScriptedEmbedder({ dimensions: 4, vectors });
const centring = createScriptedEmbedder({ dimensions: 4, vectors, centroids });
const ctx = await createTestContext({ embedder: plain });
const upgraded: Context = { ...ctx, embedders: embedderSet(centring) };
await approveCorpus(ctx, [
  { key: 'tau-vi', title: vi, text: vi },
  { key: 'ship-en', title: en, text: en, language: 'en' },
  { key: 'vuon-hoa', title: other, text: other },
]);

async function cosines(on: Context): Promise<Record<string, number | null>> {
  const batch = await prepareQueries(on, [question]);
  const [query] = batch.queries;
  if (query === undefined) throw new Error('no query');
  const filter = { asOf: '2025-06-01', classification: 'citable' as const };
  const matches = await searchPassages(on, batch, query, { filter, limit: 10 });
  const keyOf = await documentKeys(ctx);
  return Object.fromEntries(matches.map((one) => [keyOf.get(one.passageId), one.dense]));
}

test('as the model makes them, vectors prefer the language of the query to its meaning', async () => {
  const found = await cosines(ctx);
  expect(found['vuon-hoa']).toBeGreaterThan(found['ship-en'] ?? 1);
});

test('a database from before is embedded anew, and posts wait until it is', async () => {
  const model = await registerModel(upgraded, centring.info);
  expect(model.state).toBe('building');
  const waiting = awaitVectors(upgraded, 0);
  const early = await Promise.race([waiting.then(() => 'done'), embeddingStarts()]);
  expect(early).toBe('waiting');
  await embedPassages(upgraded);
  expect(await waiting).toBeGreaterThan(0);
  const states = await ctx.db.selectFrom('embedding_model').select('state').orderBy('id').execute();
  expect(states.map((row) => row.state)).toEqual(['retired', 'active']);
});

test('centred vectors are stored, and prefer the meaning', async () => {
  expect(await storedVector('en')).toEqual([0, 0, 1, 0]);
  const found = await cosines(upgraded);
  expect(found['ship-en']).toBeCloseTo(found['tau-vi'] ?? 0, 3);
  expect(found['ship-en']).toBeGreaterThan(0.9);
  expect(found['vuon-hoa']).toBeLessThan(0.5);
});

test('a passage in a language without a mean is centred by the common one', async () => {
  await approveCorpus(ctx, [{ key: 'fr', title: fr, text: fr, language: 'fr' }]);
  await embedPassages(upgraded);
  expect(await storedVector('fr')).toEqual([0, 0, 1, 0]);
});

test('a query whose language cannot be told has a vector all the same', async () => {
  const batch = await prepareQueries(upgraded, ['2023 57']);
  expect(batch.queries[0]?.vector).toHaveLength(4);
  expect([...(batch.queries[0]?.vector ?? [])].every(Number.isFinite)).toBe(true);
});

/** Of the only passage in a language, to three digits. */
async function storedVector(language: string): Promise<number[]> {
  const { rows } = await sql<{ embedding: string }>`
    select e.embedding::text from passage_embedding e join passage p on p.id = e.passage_id
    join embedding_model m on m.id = e.model_id and m.state = 'active'
    where p.language = ${language}`.execute(ctx.db);
  const stored = JSON.parse(rows[0]?.embedding ?? '[]') as number[];
  return stored.map((value) => Math.round(value * 1000) / 1000);
}

async function embeddingStarts(): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve, 500));
  return 'waiting';
}
