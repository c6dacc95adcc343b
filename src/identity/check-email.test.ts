import { expect, test } from 'vitest';
import { checkEmail } from './check-email.ts';

test.each([
  ['ha@example.org', 'ha@example.org'],
  [' Ha.Nguyen+a@Example.ORG ', 'ha.nguyen+a@example.org'],
  ['hà@example.org', 'hà@example.org'],
])('%s is stored as %s', (raw, stored) => {
  expect(checkEmail(raw)).toBe(stored);
});

test.each([
  '',
  'ha',
  'ha@',
  '@example.org',
  'ha@example',
  'ha@@example.org',
  'ha nguyen@example.org',
  'Hà <ha@example.org>',
  'ha@example.org, an@example.org',
  `${'a'.repeat(65)}@example.org`,
  `a@${'b.'.repeat(130)}org`,
  'ha@example.org\nBcc: an@example.org',
])('%j is refused', (raw) => {
  expect(() => checkEmail(raw)).toThrow(
    expect.objectContaining({ code: 'validation', field: 'email' }),
  );
});
