import { expect, test } from 'vitest';
import { mulberry32 } from '#evaluations/index.ts';
import { evidenceNames } from '#retrieval/index.ts';
import { fitCalibration, judge, type MatchExample } from './fit.ts';

function examples(seed: number): MatchExample[] {
  const random = mulberry32(seed);
  return Array.from({ length: 400 }, (_, index) => {
    const lead = random();
    return {
      set: 'made',
      kind: 'answerable',
      queryId: String(index),
      features: evidenceNames.map((name) => (name === 'lead' ? lead : 0)),
      positive: random() < lead,
      candidates: [],
    };
  });
}

test('the evidence that matters gets the weight, and the probabilities hold on other examples', () => {
  const report = fitCalibration(examples(1), examples(2));
  expect(report.model.weights[evidenceNames.indexOf('lead')]).toBeGreaterThan(2);
  expect(report.curve.length).toBeGreaterThan(2);
  expect(report.others.ece).toBeLessThan(0.1);
  expect(report.strictThreshold).toBeGreaterThan(0.5);
});

test('what is accepted at a threshold', () => {
  const scores = [
    { score: 0.9, positive: true },
    { score: 0.8, positive: false },
    { score: 0.2, positive: true },
  ];
  expect(judge(scores, 0.5)).toMatchObject({ examples: 3, risk: 0.5, accepted: 0.5 });
});
