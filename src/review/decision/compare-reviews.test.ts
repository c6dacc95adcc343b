import { expect, test } from 'vitest';
import { compareReviews } from './compare-reviews.ts';

test('sentences are compared one by one, in the order of the draft', () => {
  const comparison = compareReviews(
    {
      verdict: 'approve',
      labels: [
        { ordinal: 1, label: 'unclear' },
        { ordinal: 0, label: 'supported' },
      ],
    },
    {
      verdict: 'decline',
      labels: [
        { ordinal: 0, label: 'supported' },
        { ordinal: 1, label: 'not_supported' },
        { ordinal: 2, label: 'tone' },
      ],
    },
  );
  expect(comparison).toEqual({
    sameVerdict: false,
    sameLabels: 1,
    sentences: [
      { ordinal: 0, first: 'supported', second: 'supported', differs: false },
      { ordinal: 1, first: 'unclear', second: 'not_supported', differs: true },
      { ordinal: 2, first: null, second: 'tone', differs: true },
    ],
  });
});
