import { expect, test } from 'vitest';

import { expandTeencode } from './expand-teencode.ts';

test.each([
  ['ko bt j hết, dc ko mn', 'không biết gì hết, được không mọi người'],
  ['K nên tin mấy ng đó', 'Không nên tin mấy người đó'],
  ['nói z mà cx tin, ntn r', 'nói vậy mà cũng tin, như thế nào rồi'],
  ['chờ đc 2 năm, có 5 ng', 'chờ được 2 năm, có 5 người'],
  ['VN ko vs TQ', 'Việt Nam không với Trung Quốc'],
  ['QH họp ở HN, BCT và CP', 'Quốc hội họp ở Hà Nội, Bộ Chính trị và Chính phủ'],
  [
    'dân TP.HCM, tphcm, tp hcm',
    'dân Thành phố Hồ Chí Minh, Thành phố Hồ Chí Minh, Thành phố Hồ Chí Minh',
  ],
  ['ĐCSVN và TW', 'Đảng Cộng sản Việt Nam và Trung ương'],
])('%s → %s', (text, expected) => {
  expect(expandTeencode(text)).toBe(expected);
  expect(expandTeencode(expected)).toBe(expected);
});

test.each([
  { name: 'units', text: 'giá 5 k, 10k, 20 tr, dài 3 m, 200 m vuông' },
  { name: 'formulas', text: 'với k = 2 và m/s' },
  { name: 'document numbers', text: 'Kết luận 57-KL/TW, Nghị định 30/2020/NĐ-CP' },
  { name: 'lettered items', text: 'điểm a, b, c và e khoản 2; a) Khi đó; vitamin k' },
  { name: 'initials and numerals', text: 'thế kỷ V, ông J. và bà K.' },
  { name: 'names', text: 'khu Hong Kong và Ko Samui' },
  { name: 'other words', text: 'dân e ngại, sách of a Christian' },
  { name: 'footnotes', text: 'đã họp.[a]' },
  { name: 'addresses', text: 'trang vn.example.org' },
])('$name stay', ({ text }) => {
  expect(expandTeencode(text)).toBe(text);
});
