import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ValidationError } from './errors.ts';
import { canonicalJson, sha256Hex } from './hash.ts';

describe('sha256Hex', () => {
  test('matches the published vector for "abc"', async () => {
    expect(await sha256Hex('abc')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  test('agrees with an independent implementation on any text and its bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
        const expected = createHash('sha256').update(text, 'utf8').digest('hex');
        expect(await sha256Hex(text)).toBe(expected);
        expect(await sha256Hex(new TextEncoder().encode(text))).toBe(expected);
      }),
    );
  });

  test('refuses a lone surrogate instead of hashing its replacement', async () => {
    await expect(sha256Hex('a\ud800')).rejects.toThrow(ValidationError);
  });
});

describe('canonicalJson', () => {
  test('does not depend on key order and keeps array order', () => {
    expect(canonicalJson({ b: [2, 1], a: 'hoà' })).toBe('{"a":"hoà","b":[2,1]}');
    expect(canonicalJson({ a: 'hoà', b: [2, 1] })).toBe(canonicalJson({ b: [2, 1], a: 'hoà' }));
  });

  test.each([[Number.NaN], [undefined], ['\udfff'], [{ a: Number.POSITIVE_INFINITY }]])(
    'refuses %s',
    (value) => {
      expect(() => canonicalJson(value)).toThrow(ValidationError);
    },
  );
});
