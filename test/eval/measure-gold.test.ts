import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readGoldPairs, relevantPassages } from '#evals/gold/gold-pairs.ts';
import { measurePairs } from '#evals/gold/measure-pairs.ts';
import { passageTexts } from '#evals/queries.ts';
import { embedPassages } from '#retrieval/index.ts';
import { loadDemo } from '../../src/demo/load-demo.ts';
import { createTestContext } from '../support/test-context.ts';

const ctx = await createTestContext();
const pairs = await readGoldPairs(join(import.meta.dirname, '../../evals/gold/pairs.jsonl'));

test('every quote of the gold pairs stands in a passage, and pairs are measured by slice', async () => {
  await loadDemo(ctx);
  await embedPassages(ctx);
  const passages = await passageTexts(ctx);
  for (const pair of pairs) {
    expect(relevantPassages(pair, passages).size > 0).toBe(pair.relevant.length > 0);
  }
  const some = pairs.filter((_, index) => index % 10 === 0);
  const measures = await measurePairs(ctx, passages, some, () => {});
  expect(measures['pairs.all.lexical.success@10']).toBeGreaterThan(0.3);
  expect(measures['pairs.all.fused.mrr']).toBeGreaterThan(0.3);
  expect(measures['pairs.unanswerable.auroc']).toBeGreaterThanOrEqual(0);
  const slices = new Set(
    some.filter(({ relevant }) => relevant.length > 0).map(({ slice }) => slice),
  );
  for (const slice of slices) expect(measures).toHaveProperty([`pairs.${slice}.success@10`]);
}, 120_000);
