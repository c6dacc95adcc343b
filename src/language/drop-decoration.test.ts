import { expect, test } from 'vitest';

import { dropDecoration } from './drop-decoration.ts';

const words = (text: string): string => dropDecoration(text).replace(/\s+/g, ' ').trim();

test.each([
  ['xem tạihttps://example.org/a?b=1 nhé', 'xem tại nhé'],
  ['bit.ly/abc và example.com/x', 'và'],
  ['Việt Nam 🇻🇳❤️👍🏽 muôn năm ★', 'Việt Nam muôn năm'],
  ['buồn quá :(( =)) :v xD ^^ T_T -_- <3', 'buồn quá'],
  ['hay:))))', 'hay'],
  ['Sai!!!! Thật?!?! Ừ..... rồi,,,', 'Sai! Thật? Ừ… rồi,'],
  ['*đậm*, **rất đậm** và `mã`', 'đậm, rất đậm và mã'],
  ['~~~ hết === |||', 'hết'],
])('%s → %s', (text, expected) => {
  expect(words(text)).toBe(expected);
  expect(words(expected)).toBe(expected);
});

test.each([
  'Báo vnexpress.net đưa tin; giá 5*3 = 15',
  'f(x)=(a+b), tỉ số 2 :3, nếu p <3 triệu',
  '© 2024, ™, 30 °C, 50 % – 60 %, → đích',
  'Chờ đã... “thế à?”: đúng!',
])('%s stays', (text) => {
  expect(dropDecoration(text)).toBe(text);
});
