import { expect, test } from 'vitest';

import { isMarkedSyllable } from './marked-syllable.ts';

test.each(
  'đường nghiêng Quốc QUYỀN gì giữa giết khuya thuở hoà hòa ngoằn quặm ý yến ủy khuỷu xoong kẻ cũng ghế nghĩ ướt'.split(
    ' ',
  ),
)('%s is a syllable', (word) => {
  expect(isMarkedSyllable(word)).toBe(true);
});

test.each([
  'cĩ',
  'kà',
  'ngĩ',
  'ghà',
  'cac',
  'càc',
  'tă',
  'tờng',
  'ñaø',
  'été',
  'schön',
  'né́',
  'Müller',
  'đ',
  'çà',
])('%s is none', (word) => {
  expect(isMarkedSyllable(word)).toBe(false);
});
