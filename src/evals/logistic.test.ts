import { expect, test } from 'vitest';
import { mulberry32, riskCoverage, widestAtRisk } from '#evaluations/index.ts';
import { fitLogistic, logisticProbability } from './logistic.ts';

test('a constant predicts the share of positives', () => {
  const examples = [true, true, true, false].map((positive) => ({ features: [], positive }));
  // ln(3/1)
  expect(fitLogistic(examples).bias).toBeCloseTo(1.098612, 5);
});

test('coefficients that made the data are found again', () => {
  const random = mulberry32(1);
  const truth = { bias: -1, weights: [4, -0.02] };
  const examples = Array.from({ length: 20_000 }, () => {
    const features = [random(), random() * 100];
    return { features, positive: random() < logisticProbability(truth, features) };
  });
  const model = fitLogistic(examples);
  expect(model.bias).toBeCloseTo(-1, 0);
  expect(model.weights[0]).toBeCloseTo(4, 0);
  expect(model.weights[1]).toBeCloseTo(-0.02, 2);
});

test('separable data and a constant feature give finite coefficients', () => {
  const examples = [0, 1, 2, 3].map((value) => ({ features: [value, 7], positive: value > 1 }));
  const model = fitLogistic(examples);
  expect(Number.isFinite(model.bias) && model.weights.every(Number.isFinite)).toBe(true);
  expect(logisticProbability(model, [3, 7])).toBeGreaterThan(0.5);
});

test('a weight counts like repeating the example', () => {
  const a = { features: [1], positive: true };
  const b = { features: [0], positive: false };
  const c = { features: [1], positive: false };
  const repeated = fitLogistic([a, a, b, c]);
  const weighted = fitLogistic([{ ...a, weight: 2 }, b, c], 0);
  expect(fitLogistic([a, a, b, c], 0).weights[0]).toBeCloseTo(weighted.weights[0] ?? 0, 5);
  expect(repeated.weights).toHaveLength(1);
});

const items = [
  { score: 0.9, positive: true },
  { score: 0.8, positive: true },
  { score: 0.8, positive: false },
  { score: 0.4, positive: true },
  { score: 0.1, positive: false },
];

test('risk and coverage at every distinct score', () => {
  expect(riskCoverage(items)).toEqual([
    { threshold: 0.9, coverage: 0.2, risk: 0 },
    { threshold: 0.8, coverage: 0.6, risk: 1 / 3 },
    { threshold: 0.4, coverage: 0.8, risk: 0.25 },
    { threshold: 0.1, coverage: 1, risk: 0.4 },
  ]);
});

test('the widest coverage within a risk may lie behind a worse point', () => {
  expect(widestAtRisk(riskCoverage(items), 0.3)?.threshold).toBe(0.4);
  expect(widestAtRisk(riskCoverage([{ score: 1, positive: false }]), 0.3)).toBeNull();
});
