import { expect, test } from 'vitest';
import { matchesTag } from './if-match.ts';

const current = 'a1b2';

test.each<[string, string | null, boolean]>([
  ['"a1b2"', current, true],
  ['  "a1b2"  ', current, true],
  ['"other", "a1b2"', current, true],
  ['"other","more" ,"a1b2"', current, true],
  ['"with,comma", "a1b2"', current, true],
  ['"other"', current, false],
  ['"a1b2x"', current, false],
  // Strong comparison: a weak tag never matches.
  ['W/"a1b2"', current, false],
  ['W/"a1b2", "a1b2"', current, true],
  ['*', current, true],
  ['*', null, false],
  ['"a1b2"', null, false],
  ['""', current, false],
  ['', current, false],
])('If-Match: %s against %s: %s', (field, now, expected) => {
  expect(matchesTag(field, now)).toBe(expected);
});

test.each(['a1b2', '"a b"', '"a1b2', '"a" "b"', 'w/"a1b2"', '*, "a1b2"'])(
  '%s is no list of tags',
  (field) => {
    expect(() => matchesTag(field, current)).toThrow(
      expect.objectContaining({ code: 'validation', field: 'If-Match' }),
    );
  },
);
