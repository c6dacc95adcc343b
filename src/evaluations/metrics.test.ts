import { expect, test } from 'vitest';
import { bootstrapInterval, quantile } from './bootstrap.ts';
import {
  auroc,
  averagePrecisionAt,
  brierScore,
  expectedCalibrationError,
  mean,
  ndcgAt,
  parseMetric,
  recallAt,
  reciprocalRank,
  reliabilityBins,
  successAt,
} from './metrics.ts';
import { areaUnderRisk, riskCoverage } from './risk.ts';

const relevant = (...ids: string[]): Map<string, number> => new Map(ids.map((id) => [id, 1]));

test.each([
  { name: 'first', ranking: ['a', 'b'], gold: relevant('a'), r1: 1, s2: 1, rr: 1, ap5: 1, ndcg: 1 },
  // 1/log2(3) = 0.63093
  {
    name: 'second',
    ranking: ['b', 'a'],
    gold: relevant('a'),
    r1: 0,
    s2: 1,
    rr: 0.5,
    ap5: 0.5,
    ndcg: 0.63093,
  },
  {
    name: 'nothing returned',
    ranking: [],
    gold: relevant('a'),
    r1: 0,
    s2: 0,
    rr: 0,
    ap5: 0,
    ndcg: 0,
  },
  // AP = (1/1 + 2/3) / 2; nDCG = (1 + 1/2) / (1 + 0.63093)
  {
    name: 'first and third of two',
    ranking: ['a', 'x', 'b'],
    gold: relevant('a', 'b'),
    r1: 0.5,
    s2: 1,
    rr: 1,
    ap5: 0.83333,
    ndcg: 0.91972,
  },
  // The sixth place is beyond AP@5 but not beyond nDCG@10: 1/log2(7) = 0.35621
  {
    name: 'sixth',
    ranking: ['u', 'v', 'w', 'x', 'y', 'a'],
    gold: relevant('a'),
    r1: 0,
    s2: 0,
    rr: 0.16667,
    ap5: 0,
    ndcg: 0.35621,
  },
])('a relevant document $name', ({ ranking, gold, r1, s2, rr, ap5, ndcg }) => {
  const query = { ranking, relevant: gold };
  expect(recallAt(query, 1)).toBeCloseTo(r1, 5);
  expect(successAt(query, 2)).toBe(s2);
  expect(reciprocalRank(query)).toBeCloseTo(rr, 5);
  expect(averagePrecisionAt(query, 5)).toBeCloseTo(ap5, 5);
  expect(ndcgAt(query, 10)).toBeCloseTo(ndcg, 5);
});

test('grades count: the better document second', () => {
  const query = {
    ranking: ['weak', 'strong'],
    relevant: new Map([
      ['strong', 3],
      ['weak', 1],
    ]),
  };
  // (1 + 3·0.63093) / (3 + 1·0.63093)
  expect(ndcgAt(query, 10)).toBeCloseTo(0.79671, 5);
});

const scored = (positives: number[], negatives: number[]) => [
  ...positives.map((score) => ({ score, positive: true })),
  ...negatives.map((score) => ({ score, positive: false })),
];

test.each([
  { name: 'apart', items: scored([0.9, 0.8], [0.1, 0.2]), expected: 1 },
  { name: 'reversed', items: scored([0.1], [0.2, 0.3]), expected: 0 },
  { name: 'all tied', items: scored([0.5, 0.5], [0.5]), expected: 0.5 },
  // Pairs (3,2)+ (3,1)+ (1,2)− (1,1)½ → 2.5 of 4
  { name: 'mixed with a tie', items: scored([3, 1], [2, 1]), expected: 0.625 },
])('AUROC: $name', ({ items, expected }) => {
  expect(auroc(items)).toBe(expected);
});

test('AUROC without negatives is undefined', () => {
  expect(auroc(scored([1], []))).toBeNaN();
});

test('ECE weighs each bin by its size', () => {
  // Bin .9: 3 items, mean .9, two true → gap .7/3·3/4; bin .1: 1 item, none true → gap .1·1/4
  const items = scored([0.9, 0.9], [0.9, 0.1]);
  expect(expectedCalibrationError(items)).toBeCloseTo((0.7 + 0.1) / 4, 10);
});

test('probability 1 belongs to the last bin', () => {
  expect(expectedCalibrationError(scored([1], []))).toBe(0);
});

test('a bootstrap interval is repeatable and holds the mean', () => {
  const values = Array.from({ length: 200 }, (_, index) => index % 2);
  const interval = bootstrapInterval(values, mean);
  expect(bootstrapInterval(values, mean)).toEqual(interval);
  // ±1.96·0.5/√200 = ±0.069
  expect(interval.low).toBeCloseTo(0.431, 1);
  expect(interval.high).toBeCloseTo(0.569, 1);
});

test('quantiles interpolate', () => {
  expect(quantile([0, 10], 0.25)).toBe(2.5);
  expect(quantile([], 0.5)).toBeNaN();
});

test.each([
  ['map5', 'map@5'],
  ['MAP@5', 'map@5'],
  ['s10', 'success@10'],
  ['S@1', 'success@1'],
  ['r@1', 'recall@1'],
  ['ndcg10', 'ndcg@10'],
  ['mrr', 'mrr'],
])('%s means %s', (raw, name) => {
  expect(parseMetric(raw)).toBe(name);
});

test('an unknown metric is refused', () => {
  expect(() => parseMetric('accuracy')).toThrow(expect.objectContaining({ field: 'metric' }));
});

// (0.1² + 0.4²) / 2; the third, without weight, says nothing.
test('Brier is the mean squared miss', () => {
  const items = [
    { score: 0.9, positive: true },
    { score: 0.4, positive: false },
    { score: 1, positive: false, weight: 0 },
  ];
  expect(brierScore(items)).toBeCloseTo(0.085);
});

test('a weight counts as so many items', () => {
  const three = [0.7, 0.7, 0.7].map((score) => ({ score, positive: true }));
  const other = { score: 0.2, positive: true };
  const weighed = [{ score: 0.7, positive: true, weight: 3 }, other];
  expect(expectedCalibrationError(weighed)).toBeCloseTo(
    expectedCalibrationError([...three, other]),
  );
  expect(reliabilityBins(weighed)[7]).toMatchObject({ count: 3, observed: 1 });
  expect(reliabilityBins(weighed)[7]?.predicted).toBeCloseTo(0.7);
});

// One right at .9, one wrong at .5: risk 0 until half, then 1/2.
test('the area under risk–coverage', () => {
  const points = riskCoverage([
    { score: 0.9, positive: true },
    { score: 0.5, positive: false },
  ]);
  expect(areaUnderRisk(points)).toBeCloseTo(0.25);
  expect(areaUnderRisk([])).toBeNaN();
});
