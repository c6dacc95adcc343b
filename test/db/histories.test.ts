import { expect, test } from 'vitest';
import { embedPassages } from '#retrieval/index.ts';
import { seededRandom } from '../../bench/support/random.ts';
import { checkHistories } from '../support/check-histories.ts';
import { gridDay, meantInForce, playHistories } from '../support/histories.ts';
import { actAs, createTestContext } from '../support/test-context.ts';

const ctx = await createTestContext();
const editor = await actAs(ctx, 'editor', ['corpus_editor']);
const approver = await actAs(ctx, 'approver', ['corpus_approver']);

/** `npm run verify -- histories` plays 10,000. */
const count = 250;

test('no search returns a passage that is not in force on its day, whatever happened before', async () => {
  const histories = await playHistories({ editor, approver }, count, 11);
  await embedPassages(ctx);
  const { faults, found } = await checkHistories(ctx, histories, 80, seededRandom(12));
  expect(faults).toEqual([]);
  expect(found).toBeGreaterThan(80);
  // The histories would prove nothing if most of them had no ends and no gaps.
  const days = [10, 30, 55].map(gridDay);
  const silent = histories.filter((one) => days.some((day) => meantInForce(one, day) === null));
  const speaking = histories.filter((one) => days.some((day) => meantInForce(one, day) !== null));
  expect(Math.min(silent.length, speaking.length)).toBeGreaterThan(count / 4);
}, 120_000);
