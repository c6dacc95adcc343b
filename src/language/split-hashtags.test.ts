import { expect, test } from 'vitest';

import { splitHashtags } from './split-hashtags.ts';

test.each([
  ['#HoangSaTruongSa', 'Hoang Sa Truong Sa'],
  ['#hoangsatruongsa', 'hoang sa truong sa'],
  ['#biểnđông là của ta', 'biển đông là của ta'],
  ['#BienDong2024 #Covid19', 'Bien Dong 2024  Covid 19'],
  ['#VNHoangSa', 'VN Hoang Sa'],
  ['＃Bien_Dong', 'Bien Dong'],
  ['#TựDo#NgônLuận', 'Tự Do Ngôn Luận'],
  ['#facebook #metoo #hanoi', 'facebook  metoo  hanoi'],
  ['#fyp #XuHuong tin #viral', '  tin '],
  ['#G20 #U23', 'G20  U23'],
])('%s → %s', (text, expected) => {
  expect(splitHashtags(text, true)).toBe(expected);
});

test.each([
  ['#hoangsa in English', 'hoangsa in English'],
  ['#SouthChinaSea', 'South China Sea'],
  ['YouTube, No. #5, C#', 'YouTube, No. #5, C#'],
])('outside Vietnamese %s → %s', (text, expected) => {
  expect(splitHashtags(text, false)).toBe(expected);
});
