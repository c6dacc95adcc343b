import fc from 'fast-check';
import { expect, test } from 'vitest';

import { codePointLength, createOffsetMap, sliceCodePoints } from './code-points.ts';

/** Any code points, lone surrogates too, drawn mostly from scripts in use. */
const anyText = (maxLength = 12): fc.Arbitrary<string> =>
  fc.string({
    unit: fc
      .oneof(fc.integer({ min: 0, max: 0x2fff }), fc.integer({ min: 0, max: 0x10ffff }))
      .map((code) => String.fromCodePoint(code)),
    maxLength,
  });

test.each([
  ['', 0],
  ['Việt', 4],
  ['a😀b', 3],
  ['\uD83D', 1],
  ['😀😀', 2],
])('%j has %i code points', (text, length) => {
  expect(codePointLength(text)).toBe(length);
});

test.each([
  ['a😀bc', 1, 3, '😀b'],
  ['a😀bc', 2, undefined, 'bc'],
  ['Việt Nam', 5, 99, 'Nam'],
  ['😀', 1, 1, ''],
])('slice of %j from %i to %s is %j', (text, start, end, expected) => {
  expect(sliceCodePoints(text, start, end)).toBe(expected);
});

test('an index inside a pair is the start of the pair', () => {
  expect(createOffsetMap('a😀b').toCodePoint(2)).toBe(1);
});

test('both directions agree with the string iterator', () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      const map = createOffsetMap(text);
      const points = Array.from(text);
      expect(map.length).toBe(points.length);
      expect(codePointLength(text)).toBe(points.length);
      let utf16 = 0;
      points.forEach((point, index) => {
        expect(map.toUtf16(index)).toBe(utf16);
        expect(map.toCodePoint(utf16)).toBe(index);
        utf16 += point.length;
      });
      expect(map.toUtf16(points.length)).toBe(text.length);
      expect(map.toCodePoint(text.length)).toBe(points.length);
    }),
  );
});
