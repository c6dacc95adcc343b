import fc from 'fast-check';
import { expect, test } from 'vitest';

import { fold } from './fold.ts';

/** Any code points, lone surrogates too, drawn mostly from scripts in use. */
const anyText = (maxLength = 12): fc.Arbitrary<string> =>
  fc.string({
    unit: fc
      .oneof(fc.integer({ min: 0, max: 0x2fff }), fc.integer({ min: 0, max: 0x10ffff }))
      .map((code) => String.fromCodePoint(code)),
    maxLength,
  });

test.each([
  ['Đường Nguyễn Huệ', 'duong nguyen hue'],
  ['Vie\u0323\u0302t', 'viet'],
  ['ＡＢＣ１２', 'abc12'],
  ['Vi\u200Bệt\uFEFF', 'viet'],
  ['ﬁn ² ½', 'fin 2 1⁄2'],
  ['Ёлка Café', 'елка cafe'],
  ['ตัวอย่าง', 'ตัวอย่าง'],
  ['ប្រទេស', 'ប្រទេស'],
  ['がくせい', 'がくせい'],
  ['한국', '한국'],
  ['İSTANBUL', 'istanbul'],
])('%s → %s', (text, expected) => {
  expect(fold(text)).toBe(expected);
});

test('is idempotent and blind to case of Vietnamese', () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
  );
  const letters = 'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ';
  expect(fold(letters.toUpperCase())).toBe(fold(letters));
  expect(fold(letters)).toMatch(/^[a-y]+$/);
});

test('a letter folds alone as it does in any text', () => {
  const letters = Array.from({ length: 0x1f00 }, (_, code) => String.fromCharCode(code)).filter(
    (letter) => /[\u0000-\u007F\u00C0-\u024F\u1E00-\u1EFF]/.test(letter),
  );
  expect(letters.length).toBeGreaterThan(700);
  // A Chinese character takes the way that folds a text as a whole.
  expect(letters.filter((letter) => `${fold(letter)}中` !== fold(`${letter}中`))).toEqual([]);
});
