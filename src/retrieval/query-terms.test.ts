import { expect, test } from 'vitest';
import { countTerms, weighTerms } from './query-terms.ts';

const corpus = { passages: 1_000, terms: 50_000 };

function term(id: number, documentFrequency: number) {
  return { id, term: `t${id}`, documentFrequency };
}

function weigh(known: ReadonlyArray<ReturnType<typeof term>>, extra: readonly string[] = []) {
  return weighTerms(countTerms([...known.map((one) => one.term), ...extra]), known, corpus);
}

test('a term counts as often as it occurs', () => {
  expect([...countTerms(['a', 'b', 'a'])]).toEqual([
    ['a', { count: 2, expected: true }],
    ['b', { count: 1, expected: true }],
  ]);
});

test('another name raises the score of a passage, and one without it lacks nothing', () => {
  const counts = countTerms(['sea', 'sea'], new Map([['bien dong', 0.5]]));
  const known = [
    { id: 1, term: 'sea', documentFrequency: 3 },
    { id: 2, term: 'bien dong', documentFrequency: 3 },
  ];
  const corpus = { passages: 100, terms: 1000 };
  const both = weighTerms(counts, known, corpus);
  const alone = weighTerms(countTerms(['sea', 'sea']), known, corpus);
  expect(both.ceiling).toBeCloseTo(alone.ceiling, 10);
  expect(both.gains[0]).toBeCloseTo(4 * (both.gains[1] ?? 0), 10);
});

test('a term of the query that is also another name counts as the query has it', () => {
  const counts = countTerms(['sea'], new Map([['sea', 0.5]]));
  expect(counts.get('sea')).toEqual({ count: 1, expected: true });
});

test('a rarer term gains more, a repeated one twice as much', () => {
  const rare = weigh([term(1, 1)]).gains[0] ?? 0;
  const common = weigh([term(1, 400)]).gains[0] ?? 0;
  const twice = weigh([term(1, 1)], ['t1']).gains[0] ?? 0;
  expect(rare).toBeGreaterThan(common);
  expect(common).toBeGreaterThan(0);
  expect(twice).toBeCloseTo(2 * rare);
});

test.each([
  ['all while they are few', [10, 20, 30], [1, 2, 3]],
  [
    'the rarest first, until they have 5,000 postings',
    [4_000, 900, 1, 2, 200, 9_000],
    [3, 4, 5, 2, 1],
  ],
  ['four however common', [6_000, 7_000, 8_000, 9_000, 9_500], [1, 2, 3, 4]],
])('terms looked up: %s', (_, frequencies, expected) => {
  const known = frequencies.map((frequency, index) => term(index + 1, frequency));
  expect(weigh(known).ids).toEqual(expected);
});

test('a word the corpus lacks lowers what can be covered', () => {
  const all = weigh([term(1, 10)]);
  const some = weigh([term(1, 10)], ['unknown']);
  expect(some.ids).toEqual(all.ids);
  expect(some.ceiling).toBeGreaterThan(2 * all.ceiling);
});

test('an empty corpus has no mean length to divide by', () => {
  const weighed = weighTerms(countTerms(['t1']), [], { passages: 0, terms: 0 });
  expect(weighed).toMatchObject({ ids: [], postings: 0 });
  expect(Number.isFinite(weighed.lengthShare)).toBe(true);
});
