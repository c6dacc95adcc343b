import { expect, test } from 'vitest';
import { compareVersions, judgePgvector, judgeServer } from './extensions.ts';

test.each([
  ['0.8.0', '0.8.0', 0],
  ['0.10.0', '0.9.9', 1],
  ['0.8', '0.8.1', -1],
  ['1.0.0', '0.8.7', 1],
])('%s against %s', (a, b, sign) => {
  expect(Math.sign(compareVersions(a, b))).toBe(sign);
});

test.each([
  [null, null, /does not have the extension/],
  ['0.7.4', '0.8.6', /0\.7\.4 is too old/],
  [null, '0.5.1', /0\.5\.1 is too old/],
])('installed %s, available %s is refused with the remedy', (installed, available, message) => {
  expect(() => judgePgvector(installed, available)).toThrow(
    expect.objectContaining({
      code: 'config',
      field: 'DATABASE_URL',
      message: expect.stringMatching(message),
      remedy: expect.stringMatching(/Install pgvector/),
    }),
  );
});

test('between 0.8.0 and 0.8.4 it warns, from 0.8.4 on it is silent', () => {
  expect(judgePgvector('0.8.0', null)).toMatch(/known index faults/);
  expect(judgePgvector('0.8.3', '0.8.6')).toMatch(/alter extension vector update/);
  expect(judgePgvector('0.8.4', null)).toBeNull();
  expect(judgePgvector(null, '0.8.6')).toBeNull();
});

test('a server without the collation of the search is refused, a newer one is not', () => {
  expect(() => judgeServer(160_009)).toThrow(
    expect.objectContaining({ code: 'config', message: expect.stringMatching(/PostgreSQL 16/) }),
  );
  expect(() => judgeServer(170_000)).not.toThrow();
});
