import { expect, test } from 'vitest';
import { matchProbability } from './calibrate.ts';
import { settingsOf } from './model-settings.ts';
import { rankCandidates, weighCandidates } from './rank.ts';

const weights = { lexicalWeight: 0.001 };
const settings = settingsOf('multilingual-e5-small-int8');
const candidate = (passageId: number, lexical: number, dense: number | null, coverage = 0) => ({
  passageId,
  lexical,
  dense,
  coverage,
});

test('lead is over the tenth best, prominence over the mean of the nearest', () => {
  const candidates = Array.from({ length: 12 }, (_, index) =>
    candidate(index + 1, 0, 0.9 - index / 100),
  );
  const [best] = weighCandidates(candidates, weights);
  expect(best?.evidence.lead).toBeCloseTo(0.09, 10);
  // Mean of .90, .89 … .79
  expect(best?.evidence.prominence).toBeCloseTo(0.9 - 0.845, 10);
});

test('with fewer than ten candidates the lead is over the last', () => {
  const [best] = weighCandidates([candidate(1, 10, 0.9), candidate(2, 0, 0.8)], weights);
  expect(best?.evidence.lead).toBeCloseTo(0.11, 10);
});

test('the only passage of a corpus leads over nothing and is not called probable', () => {
  const [only] = rankCandidates([candidate(1, 30, 0.95, 0.6)], settings);
  expect(only?.probability).toBeLessThan(settings.threshold);
});

test('without a vector a match is never probable', () => {
  const [best] = rankCandidates([candidate(1, 30, null, 1), candidate(2, 1, null, 0.1)], settings);
  expect(best).toMatchObject({ passageId: 1, probability: 0 });
});

test('no candidates give no matches', () => {
  expect(rankCandidates([], settings)).toEqual([]);
});

test.each(['cosine', 'coverage', 'lead', 'prominence'] as const)(
  'more %s never makes a match of the bundled model less probable',
  (name) => {
    const evidence = { cosine: 0.85, coverage: 0.3, lead: 0.03, prominence: 0.03 };
    const more = { ...evidence, [name]: evidence[name] + 0.05 };
    expect(matchProbability(more, settings.calibration)).toBeGreaterThanOrEqual(
      matchProbability(evidence, settings.calibration),
    );
  },
);

test('a model nobody measured never reaches its threshold', () => {
  const unknown = settingsOf('some-other-model');
  const [best] = rankCandidates([candidate(1, 50, 0.99, 1), candidate(2, 0, 0)], unknown);
  expect(best?.probability).toBeLessThan(unknown.threshold);
});
