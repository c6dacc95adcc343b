import { expect, test } from 'vitest';
import { queryText } from './query-text.ts';

test.each([
  { name: 'empty', text: '', expected: '' },
  { name: 'only an address', text: 'https://example.org/a?b=1', expected: '' },
  { name: 'an address glued to a word', text: 'on tapehttps://t.co/x', expected: 'on tape' },
  { name: 'a bare www address', text: 'see www.example.org now', expected: 'see now' },
  {
    name: 'a placeholder glued to an address',
    text: 'Sold?! https://t.co/x[liên kết hồ sơ] — December 5, 2016',
    expected: 'Sold? — December 5, 2016',
  },
  { name: 'placeholders', text: '[tài khoản]: gọi [số điện thoại]', expected: ': gọi' },
  {
    name: 'the day of posting stays',
    text: 'It is false — August 21, 2016',
    expected: 'It is false — August 21, 2016',
  },
  {
    name: 'hashtags',
    text: '#SouthChinaSea và #BienDong',
    expected: 'South China Sea và Bien Dong',
  },
  { name: 'a number sign', text: 'No. #5 of 2016', expected: 'No. #5 of 2016' },
  { name: 'names with capitals inside', text: 'YouTube', expected: 'YouTube' },
])('$name', ({ text, expected }) => {
  expect(queryText(text)).toBe(expected);
});
