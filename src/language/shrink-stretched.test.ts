import { expect, test } from 'vitest';

import { shrinkStretched } from './shrink-stretched.ts';

test.each([
  ['đẹpppp quáaaaa', 'đẹp quá'],
  ['ơiii, rồiii, trờiiii ơiii', 'ơi, rồi, trời ơi'],
  ['vậyy đẹpp mưuu', 'vậy đẹp mưu'],
  ['khooong aaiii', 'khong ai'],
  ['KHÔNGGGG', 'KHÔNG'],
  ['helloooo, coooool, yesss', 'hello, cool, yes'],
])('%s → %s', (text, expected) => {
  expect(shrinkStretched(text)).toBe(expected);
  expect(shrinkStretched(expected)).toBe(expected);
});

test.each([
  'book, see, too, all, bee, committee, skiing',
  'www, thế kỷ III, XXX, VIII, (iii)',
  'xoong, boong, AAA, kkk',
  'lưu, hươu, mướu, née',
  '1000000 và 555',
])('%s stays', (text) => {
  expect(shrinkStretched(text)).toBe(text);
});
