import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { TooLargeError, ValidationError } from '#platform/errors.ts';

import { assertStorableText, canonicalText } from './canonical-text.ts';

/** Any code points, lone surrogates too, drawn mostly from scripts in use. */
const anyText = (maxLength = 12): fc.Arbitrary<string> =>
  fc.string({
    unit: fc
      .oneof(fc.integer({ min: 0, max: 0x2fff }), fc.integer({ min: 0, max: 0x10ffff }))
      .map((code) => String.fromCodePoint(code)),
    maxLength,
  });

describe('canonicalText', () => {
  test.each([
    ['\uFEFFa', 'a'],
    ['a\r\nb\rc\u2028d\u0085e', 'a\nb\nc\nd\ne'],
    ['Vie\u0323\u0302t', 'Việt'],
    ['a  \n b\t\u00A0\n', 'a\n b\n'],
    ['a\u0007\u001Bb\u0000c\u009Fd\te', 'abcd\te'],
    ['đúng 😀', 'đúng 😀'],
  ])('%j → %j', (raw, expected) => {
    expect(canonicalText(raw)).toBe(expected);
  });

  test('is idempotent', () => {
    const char = fc.oneof(
      anyText(3),
      fc.constantFrom('\uFEFF', '\r', '\n', ' ', '\u0001', '\u0323', '\u0302', 'e'),
    );
    fc.assert(
      fc.property(fc.array(char), (chars) => {
        const once = canonicalText(chars.join(''));
        expect(canonicalText(once)).toBe(once);
      }),
    );
  });

  test('takes linear time on a run of spaces', () => {
    const started = performance.now();
    canonicalText(`${' '.repeat(500_000)}x`);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('assertStorableText', () => {
  const limit = { field: 'text', maxBytes: 100 };

  test.each([
    ['', 'is empty', 0],
    [' \n\t', 'has no visible character', 0],
    ['\u200B\u2060\uFE0F\u3164\u2800', 'has no visible character', 0],
    ['😀a\u0000b', 'a NUL character', 2],
    ['😀\uD83D x', 'half of a surrogate pair', 1],
    ['Vi\uFFFDt', 'a replacement character', 2],
    ['Viá»‡t Nam', 'wrongly decoded characters', 2],
    ['ÄÃ¢y lÃ  tiáº¿ng Viá»\u0087t', 'wrongly decoded characters', 1],
    ['cafÃ©', 'wrongly decoded characters', 3],
    ['itâ€™s', 'wrongly decoded characters', 2],
    ['ä¸­æ–‡', 'wrongly decoded characters', 0],
    ['ðŸ˜€ vui', 'wrongly decoded characters', 0],
  ])('%j is refused: %s at %i', (raw, what, offset) => {
    let error: unknown;
    try {
      assertStorableText(raw, limit);
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(ValidationError);
    expect(error).toMatchObject({
      field: 'text',
      remedy: expect.stringMatching(/\w{3}/) as string,
    });
    expect((error as Error).message).toMatch(/^text /);
    expect((error as Error).message).toContain(what);
    expect((error as Error).message).toMatch(new RegExp(`offset ${offset}\\)?$`));
  });

  test('one garbled sequence in a long text passes, many do not', () => {
    const long = { field: 'text', maxBytes: 10_000 };
    expect(() => assertStorableText(`${'chữ '.repeat(100)}â€”`, long)).not.toThrow();
    expect(() => assertStorableText('chá»¯ nghÄ©a '.repeat(100), long)).toThrow(/offset 2$/);
  });

  test.each([['a'.repeat(101)], ['ệ'.repeat(34)], [' '.repeat(200)]])('a text too large', (raw) => {
    expect(() => assertStorableText(raw, limit)).toThrow(TooLargeError);
    expect(() => assertStorableText(raw, limit)).toThrow(/text is larger than 100 bytes/);
  });

  test.each([
    'Việt Nam',
    'TẤT CẢ LÀ SỰ THẬT',
    'ăn “phở bê”… «cá»… “cà phê”, “ế”–',
    'São João, ÀÉÊ, Ångström, Ærø, naïve',
    '«Quý»: 10 €, 25 °C, ½',
    '中文 ไทย ລາວ 😀',
    'ệ'.repeat(33),
  ])('%s is accepted', (raw) => {
    expect(() => assertStorableText(raw, limit)).not.toThrow();
  });
});
