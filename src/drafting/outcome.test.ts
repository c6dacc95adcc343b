import fc from 'fast-check';
import { expect, test } from 'vitest';
import { suggestOutcome } from './outcome.ts';

const base = { checkable: true, kind: 'factual', claimTermCount: 8, threshold: 0.6 };
const match = (probability: number, conflicts = 0) => ({ probability, conflicts });

test.each([
  ['not checkable', { checkable: false }, [match(1, 1)], 'NOT_CHECKABLE', null, ['not_checkable']],
  ['an opinion', { kind: 'opinion' }, [match(1, 1)], 'NOT_CHECKABLE', null, ['not_checkable']],
  [
    'of the kind too short',
    { checkable: false, kind: 'too_short' },
    [match(1, 1)],
    'NO_POSITION',
    null,
    ['too_short'],
  ],
  ['too short', { claimTermCount: 3 }, [match(1)], 'NO_POSITION', null, ['too_short']],
  ['no match', {}, [], 'NO_POSITION', null, ['no_match']],
  ['below the threshold', {}, [match(0.59, 2)], 'NO_POSITION', null, ['below_threshold']],
  ['not a number', {}, [match(Number.NaN, 1)], 'NO_POSITION', null, ['below_threshold']],
  ['at the threshold', {}, [match(0.6)], 'RELATED', null, ['confident_match']],
  [
    'conflict',
    {},
    [match(0.7, 1)],
    'RELATED',
    'CONTRADICTED',
    ['confident_match', 'values_conflict'],
  ],
  [
    'conflict in a weak match only',
    {},
    [match(0.7), match(0.3, 2)],
    'RELATED',
    null,
    ['confident_match'],
  ],
])('%s', (_, changes, matches, outcome, suggestion, reasons) => {
  expect(suggestOutcome({ ...base, ...changes, matches })).toEqual({
    outcome,
    suggestion,
    reasons,
  });
});

test('nothing but a checkable fact is ever suggested for an answer', () => {
  const matches = fc.array(fc.record({ probability: fc.double(), conflicts: fc.nat() }));
  const kind = fc.constantFrom('opinion', 'criticism', 'question', 'prediction', 'satire', 'other');
  fc.assert(
    fc.property(matches, kind, fc.boolean(), (all, other, checkable) => {
      const result = suggestOutcome({ ...base, checkable, kind: other, matches: all });
      expect(result).toMatchObject({ outcome: 'NOT_CHECKABLE', suggestion: null });
    }),
  );
});
