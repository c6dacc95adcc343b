import { expect, test } from 'vitest';

import { placeTones } from './place-tones.ts';

test.each([
  ['hoà, khoẻ, thuý, uỷ', 'hòa, khỏe, thúy, ủy'],
  ['HOÀ BÌNH, Thuỷ Điện', 'HÒA BÌNH, Thủy Điện'],
  ['qúa, qúy, qủa', 'quá, quý, quả'],
  ['cuả, muà, chiạ', 'của, mùa, chịa'],
  ['tòan, hòan, thúyên', 'toàn, hoàn, thuyến'],
  ['gìơ, gỉa, gíup', 'giờ, giả, giúp'],
  ['ngòai, khuyủ, xóay', 'ngoài, khuỷu, xoáy'],
  ['đựơc, nứơc, thúôc', 'được, nước, thuốc'],
])('%s → %s', (text, expected) => {
  expect(placeTones(text)).toBe(expected);
  expect(placeTones(expected)).toBe(expected);
});

test.each([
  'hòa hoàn hoài, quý giá, gìn giữ, giếng, già, quốc',
  'thuế, thuở, huỳnh, khuya, ngoèo, mía, lửa, tuổi, lưu',
  'café, née, où, déjà, Málaga, aquí',
])('%s stays', (text) => {
  expect(placeTones(text)).toBe(text);
});
