import { expect, test } from 'vitest';
import { compareGolden } from './golden-result.ts';

const expected = {
  fault: 'number_changed',
  verdict: 'return',
  labels: [
    { ordinal: 0, label: 'supported' },
    { ordinal: 1, label: 'not_supported' },
    { ordinal: 2, label: 'supported' },
    { ordinal: 3, label: 'supported' },
  ],
} as const;

test('all as expected', () => {
  expect(compareGolden(expected, expected)).toMatchObject({
    rightVerdict: true,
    rightLabels: 1,
    differences: [],
  });
});

test('the fault was not seen', () => {
  const labels = expected.labels.map(({ ordinal }) => ({ ordinal, label: 'supported' as const }));
  expect(compareGolden(expected, { verdict: 'approve', labels })).toEqual({
    fault: 'number_changed',
    expectedVerdict: 'return',
    verdict: 'approve',
    rightVerdict: false,
    rightLabels: 0.75,
    differences: [{ ordinal: 1, expected: 'not_supported', given: 'supported' }],
  });
});
