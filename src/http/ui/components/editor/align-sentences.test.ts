import { expect, test } from 'vitest';
import { alignSentences } from './align-sentences.ts';

/** `F:a` is a FACT that says "a". */
const draft = (...sentences: string[]) =>
  sentences.map((one, ordinal) => ({ ordinal, role: one[0] ?? '', text: one.slice(2) }));

test.each([
  [
    'nothing changed',
    ['F:a', 'M:b'],
    ['F:a', 'M:b'],
    [
      [0, 0],
      [1, 1],
    ],
  ],
  [
    'a sentence was reworded',
    ['F:a', 'M:b', 'F:c'],
    ['F:a', 'M:x', 'F:c'],
    [
      [0, 0],
      [1, 1],
      [2, 2],
    ],
  ],
  [
    'a sentence was added before',
    ['F:a', 'M:b'],
    ['F:a', 'W:n', 'M:b'],
    [
      [0, 0],
      [2, 1],
    ],
  ],
  [
    'a sentence went',
    ['F:a', 'W:n', 'M:b'],
    ['F:a', 'M:b'],
    [
      [0, 0],
      [1, 2],
    ],
  ],
  [
    'one went and another was reworded',
    ['F:a', 'W:n', 'M:b'],
    ['F:a', 'M:x'],
    [
      [0, 0],
      [1, 2],
    ],
  ],
  ['two changed places: one keeps its partner', ['F:a', 'F:b'], ['F:b', 'F:a'], [[0, 1]]],
  ['another role is another sentence', ['F:a'], ['M:x'], []],
])('%s', (_, before, now, expected) => {
  const pairs = [...alignSentences(draft(...before), draft(...now))];
  expect(pairs.map(([ordinal, partner]) => [ordinal, partner.ordinal]).toSorted()).toEqual(
    expected,
  );
});
