import fc from 'fast-check';
import { expect, test } from 'vitest';
import { suggestOutcome } from './outcome.ts';

const base = { checkable: true, kind: 'factual', claimTermCount: 8, threshold: 0.6 };
type Suggestion = 'CONTRADICTED' | 'CONSISTENT' | null;
const match = (probability: number, suggestion: Suggestion = null) => ({ probability, suggestion });
const other = 'CONTRADICTED';

test.each([
  [
    'not checkable',
    { checkable: false },
    [match(1, other)],
    'NOT_CHECKABLE',
    null,
    ['not_checkable'],
  ],
  ['an opinion', { kind: 'opinion' }, [match(1, other)], 'NOT_CHECKABLE', null, ['not_checkable']],
  [
    'of the kind too short',
    { checkable: false, kind: 'too_short' },
    [match(1, other)],
    'NO_POSITION',
    null,
    ['too_short'],
  ],
  ['too short', { claimTermCount: 3 }, [match(1)], 'NO_POSITION', null, ['too_short']],
  ['no match', {}, [], 'NO_POSITION', null, ['no_match']],
  ['below the threshold', {}, [match(0.59, other)], 'NO_POSITION', null, ['below_threshold']],
  ['not a number', {}, [match(Number.NaN, other)], 'NO_POSITION', null, ['below_threshold']],
  ['at the threshold', {}, [match(0.6)], 'RELATED', null, ['confident_match']],
  [
    'conflict',
    {},
    [match(0.7, other)],
    'RELATED',
    'CONTRADICTED',
    ['confident_match', 'values_conflict'],
  ],
  [
    'conflict in a weak match only',
    {},
    [match(0.7), match(0.3, other)],
    'RELATED',
    null,
    ['confident_match'],
  ],
  [
    'agreement',
    {},
    [match(0.7), match(0.6, 'CONSISTENT')],
    'RELATED',
    'CONSISTENT',
    ['confident_match', 'values_agree'],
  ],
  [
    'agreement in a weak match only',
    {},
    [match(0.7), match(0.3, 'CONSISTENT')],
    'RELATED',
    null,
    ['confident_match'],
  ],
  [
    'passages that differ',
    {},
    [match(0.7, other), match(0.6, 'CONSISTENT')],
    'RELATED',
    null,
    ['confident_match', 'values_conflict', 'values_agree'],
  ],
])('%s', (_, changes, matches, outcome, suggestion, reasons) => {
  expect(suggestOutcome({ ...base, ...changes, matches })).toEqual({
    outcome,
    suggestion,
    reasons,
  });
});

test('nothing but a checkable fact is ever suggested for an answer', () => {
  const suggestion = fc.constantFrom<Suggestion>('CONTRADICTED', 'CONSISTENT', null);
  const matches = fc.array(fc.record({ probability: fc.double(), suggestion }));
  const kinds = fc.constantFrom(
    'opinion',
    'criticism',
    'question',
    'prediction',
    'satire',
    'other',
  );
  fc.assert(
    fc.property(matches, kinds, fc.boolean(), (all, kind, checkable) => {
      const result = suggestOutcome({ ...base, checkable, kind, matches: all });
      expect(result).toMatchObject({ outcome: 'NOT_CHECKABLE', suggestion: null });
    }),
  );
});
