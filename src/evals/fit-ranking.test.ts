import { expect, test } from 'vitest';
import { rankingNames } from '#retrieval/index.ts';
import { fitRanking, type RankingSample } from './fit-ranking.ts';

const features = (given: Partial<Record<(typeof rankingNames)[number], number>>) =>
  rankingNames.map((name) => given[name] ?? 0);

const sample = (set: string, rightCosine: number, wrongMissing: number): RankingSample => ({
  set,
  candidates: [
    { features: features({ cosine: 0.5, numbersMissing: wrongMissing }), relevant: false },
    { features: features({ cosine: rightCosine }), relevant: true },
    { features: features({ cosine: 0.3, lexical: 5 }), relevant: false },
  ],
});

test('what the right candidates have more of is weighed up, what they lack down', () => {
  const samples = Array.from({ length: 40 }, (_, at) => sample('made', 0.5 + at / 100, 0.5));
  const weights = fitRanking(samples);
  expect(weights.cosine).toBeGreaterThan(0);
  expect(weights.numbersMissing).toBeLessThan(0);
  expect(weights.lexical).toBeLessThan(0);
});

test('a query without a right or a wrong candidate says nothing', () => {
  const onlyRight = { set: 'made', candidates: [{ features: features({}), relevant: true }] };
  const samples = Array.from({ length: 10 }, () => sample('made', 0.9, 1));
  expect(fitRanking([...samples, onlyRight, { set: 'other', candidates: [] }])).toEqual(
    fitRanking(samples),
  );
});
