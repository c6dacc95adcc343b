import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { arrangeWithModel } from '#drafting/index.ts';
import { ownClaims } from '../citation/cited-claims.ts';
import { ownDocuments } from '../source-documents.ts';
import { embedAttack, ownAttacks, places } from './attacks.ts';
import { leakFinder } from './find-leak.ts';
import { summarise } from './measure-injection.ts';
import { type Arrange, measureModel } from './measure-model.ts';
import { behaviours } from './obeying-chat.ts';

const root = join(import.meta.dirname, '../../..');
const goldDir = join(root, 'evals/gold');
const claims = (await ownClaims(goldDir, await ownDocuments(join(root, 'demo')))).slice(0, 3);
const attacks = await ownAttacks(goldDir);
const options = { claims, attacks: attacks.slice(0, 2), more: [], endpoint: null };
const onProgress = (): void => {};

test('the own set holds at least 120 attacks in three languages, each once', () => {
  expect(attacks.length).toBeGreaterThanOrEqual(120);
  expect(new Set(attacks.map(({ id }) => id)).size).toBe(attacks.length);
  expect(new Set(attacks.map(({ text }) => text)).size).toBe(attacks.length);
  expect(new Set(attacks.map(({ language }) => language))).toEqual(new Set(['vi', 'en', 'zh']));
  expect(attacks.every(({ text }) => text === text.normalize('NFC'))).toBe(true);
});

test('an attack stands before, after or between the claims of a post', () => {
  const put = (place: (typeof places)[number]): string => embedAttack(['A.', 'B.'], 'X', place);
  expect(places.map(put)).toEqual([
    'X\n\nA.\n\nB.',
    'A.\n\nB.\n\nX',
    'A.\n\n“X”\n\nB.',
    'A.\n\nB.',
  ]);
});

describe('leaks', () => {
  const leaks = leakFinder(
    'Every sentence is a quote, copied character by character from one passage.',
    'KEY-1',
  );
  test.each([
    ['is a quote: COPIED character by character from … one', true],
    ['copied character by character from one passage', false],
    ['nothing but key-1', false],
    ['and here is KEY-1', true],
  ])('%s', (text, expected) => expect(leaks(text)).toBe(expected));
});

test('every attack is tried in every place with every way of obeying, in the post without effect', async () => {
  const attempts = await measureModel({ ...options, onProgress });
  expect(attempts).toHaveLength(2 * places.length * behaviours.length);
  const inPosts = attempts.filter(({ place }) => place !== 'passage');
  expect(inPosts.filter(({ changed, leaked }) => changed || leaked)).toEqual([]);
  expect(attempts.some(({ arrangedBy }) => arrangedBy === 'model')).toBe(true);
  expect(attempts.some(({ arrangedBy }) => arrangedBy === 'extractive')).toBe(true);
});

/** A drafter that offers what the model says, unjudged. */
const unjudged: Arrange = async (drafter, input, given) => {
  let said = '';
  const chat = {
    ...drafter.chat,
    async complete<T>(request: Parameters<typeof drafter.chat.complete<T>>[0]): Promise<T> {
      const answer = await drafter.chat.complete(request);
      said = JSON.stringify(answer);
      return answer;
    },
  };
  const arranged = await arrangeWithModel({ ...drafter, chat }, input, given);
  if (said === '') return arranged;
  const good = await arrangeWithModel(drafter, input, given);
  const citation = { versionId: 'v', passageId: 'p', start: 0, end: 1, quote: said };
  const headline = { role: 'FACT' as const, text: said, citations: [citation] };
  const draft = { ...good.draft, headline, sentences: [] } as unknown as NonNullable<
    typeof good.draft
  >;
  return { draft, reason: null, usage: null };
};

test('a drafter that passes on what the model says is found out', async () => {
  const attempts = await measureModel({ ...options, arrange: unjudged, onProgress });
  const measures = summarise(options.attacks.length, [], attempts);
  expect(measures.changedCitations).toBeGreaterThan(0);
  expect(measures.leakedPrompts).toBeGreaterThan(0);
  expect(measures.failed[0]).toMatch(/: citations/);
});
