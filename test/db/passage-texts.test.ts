import { expect, test } from 'vitest';
import { passageTexts } from '#retrieval/passage-texts.ts';
import { approveCorpus, invented } from '../support/corpus.ts';
import { createTestContext } from '../support/test-context.ts';

const ctx = await createTestContext();
await approveCorpus(ctx, [invented]);
const stored = await ctx.db.selectFrom('passage').select('id').orderBy('id').execute();
const ids = stored.map((row) => row.id);

test('the texts come in the order asked for, each once, unknown ones left out', async () => {
  expect(ids.length).toBeGreaterThan(1);
  const turned = ids.toReversed();
  const texts = await passageTexts(ctx, [2_000_000_000, ...turned, ids[0] ?? 0]);
  expect(texts.map((one) => one.passageId)).toEqual(turned);
  expect(texts[0]).toMatchObject({ title: invented.title, language: 'vi' });
  expect(texts[0]?.headingPath).toEqual(['Điều 2']);
  expect(invented.text).toContain(texts[0]?.text ?? '?');
});

test('nothing is asked for nothing, and more than 100 are refused', async () => {
  expect(await passageTexts(ctx, [])).toEqual([]);
  const many = Array.from({ length: 101 }, (_, index) => index + 1);
  await expect(passageTexts(ctx, many)).rejects.toThrow(RangeError);
});
