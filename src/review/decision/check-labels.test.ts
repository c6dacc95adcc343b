import { expect, test } from 'vitest';
import type { LabelledSentence, SentenceLabel, Verdict } from '#db/schema/index.ts';
import { checkLabels } from './check-labels.ts';

function labels(...given: Array<[number, SentenceLabel]>): LabelledSentence[] {
  return given.map(([ordinal, label]) => ({ ordinal, label }));
}

test.each<[string, LabelledSentence[], Verdict, RegExp]>([
  [
    'a missing sentence',
    labels([0, 'supported'], [2, 'unclear']),
    'approve',
    /^sentence 1 is not judged/,
  ],
  ['a missing headline', labels([1, 'tone'], [2, 'tone']), 'return', /^sentence 0 is not judged/],
  ['none at all', [], 'decline', /^sentence 0 is not judged/],
  [
    'a sentence twice',
    labels([0, 'tone'], [1, 'tone'], [1, 'tone'], [2, 'tone']),
    'return',
    /^sentence 1 is judged twice/,
  ],
  [
    'a sentence that is not there',
    labels([0, 'tone'], [1, 'tone'], [2, 'tone'], [3, 'tone']),
    'return',
    /^sentence 3 is not in this draft/,
  ],
  [
    'approval of what has no support',
    labels([0, 'supported'], [1, 'not_supported'], [2, 'supported']),
    'approve',
    /^sentence 1 was found not supported/,
  ],
])('%s is refused by its number', (_name, given, verdict, message) => {
  expect(() => checkLabels([0, 1, 2], given, verdict)).toThrow(
    expect.objectContaining({
      code: 'validation',
      field: 'labels',
      message: expect.stringMatching(message),
    }),
  );
});

test.each<[Verdict, SentenceLabel]>([
  ['approve', 'supported'],
  ['approve', 'unclear'],
  ['approve', 'tone'],
  ['return', 'not_supported'],
  ['decline', 'not_supported'],
])('%s goes with %s, in any order', (verdict, label) => {
  const given = labels([2, label], [0, 'supported'], [1, 'supported']);
  expect(() => checkLabels([0, 1, 2], given, verdict)).not.toThrow();
});
