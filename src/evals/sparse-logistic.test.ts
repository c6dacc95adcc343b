import { expect, test } from 'vitest';
import { fitSparseLogistic, type SparseExample, sparseLogOdds } from './sparse-logistic.ts';

const example = (words: string, positive: boolean, group = words): SparseExample => ({
  features: new Map(words.split(' ').map((word) => [word, 1])),
  positive,
  weight: 1,
  group,
});
const examples = [
  example('law a', true),
  example('law b', true),
  example('law c', true),
  example('lovely a', false),
  example('lovely b', false),
  example('lovely c', false),
];
const odds = (words: string, lambda = 0.1) =>
  sparseLogOdds(fitSparseLogistic(examples, lambda), example(words, true).features);

test('separates by what tells, and unknown features count nothing', () => {
  expect(odds('law a')).toBeGreaterThan(1);
  expect(odds('lovely a')).toBeLessThan(-1);
  expect(odds('law never-seen')).toBeCloseTo(odds('law'), 9);
});

test('a stronger penalty gives a more careful model', () => {
  expect(Math.abs(odds('law a', 10))).toBeLessThan(Math.abs(odds('law a', 0.1)));
});

test('a feature of one group alone is left out, however often the group repeats it', () => {
  const { weights } = fitSparseLogistic(
    [...examples, example('law only', true, 'same'), example('law only more', true, 'same')],
    1,
  );
  expect([...weights.keys()]).toEqual(['a', 'b', 'c', 'law', 'lovely']);
});

test('the weight of an example decides against equal evidence', () => {
  const both = [example('x', true, '1'), { ...example('x', false, '2'), weight: 3 }];
  expect(sparseLogOdds(fitSparseLogistic(both, 0.1), new Map([['x', 1]]))).toBeCloseTo(-1.1, 1);
});
