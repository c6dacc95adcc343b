import { expect, test } from 'vitest';

import { replaceLookAlikes } from './look-alikes.ts';

test.each([
  {
    name: 'Cyrillic among Latin letters',
    text: 'Hоàng Sа, Việt Nаm',
    expected: 'Hoàng Sa, Việt Nam',
  },
  {
    name: 'Cyrillic under Vietnamese marks',
    text: 'H\u043E\u0300a'.normalize('NFC'),
    expected: 'Hòa',
  },
  { name: 'Greek among Latin letters', text: 'Vιệt Νam', expected: 'Việt Nam' },
  { name: 'mathematical letters', text: '𝐕𝐢ệ𝐭 𝑵𝒂𝒎', expected: 'Việt Nam' },
  { name: 'full-width letters and digits', text: 'Ｖｉｅｔ ２０２４', expected: 'Viet 2024' },
  { name: 'letters in circles and boxes', text: 'Ⓥⓘⓔⓣ 🅝🅐🅜 🅽🅰🅼', expected: 'Viet NAM NAM' },
  { name: 'small capitals', text: 'ᴠɪᴇᴛ ɴᴀᴍ', expected: 'viet nam' },
  { name: 'the Ð of old fonts', text: 'Ðảng, Ðất nước', expected: 'Đảng, Đất nước' },
])('$name', ({ text, expected }) => {
  expect(replaceLookAlikes(text)).toBe(expected);
});

test.each([
  'Российская Федерация, СССР',
  'Ελληνική Δημοκρατία',
  '中华人民共和国，南海',
  'μm, α-amylase, tia γ',
  'phát âm là [kɪŋ]',
  'Kışla, née, Đặng',
  'Ðórunn',
])('%s stays', (text) => {
  expect(replaceLookAlikes(text)).toBe(text);
});
