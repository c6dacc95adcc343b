import { expect, test } from 'vitest';
import { sliceCodePoints } from '../code-points.ts';
import { extractNames } from './names.ts';

test.each([
  ['Theo Hà Nội, dự án ở Lạc Hà đã xong.', ['Hà Nội', 'Lạc Hà']],
  ['Dự án đã xong.', []],
  ['NATO họp ở Paris.', ['NATO', 'Paris']],
  ['Hôm qua Bộ Y tế ban hành hướng dẫn.', ['Bộ Y tế']],
  ['Chính phủ quy định chi tiết Điều này.', ['Chính phủ', 'Điều']],
  ['Việc này do Ủy ban nhân dân cấp tỉnh quyết định.', ['Ủy ban nhân dân cấp tỉnh']],
  ['In June the Bank of Lowhill closed.', ['Bank of Lowhill']],
  ['TỈNH LẠC HÀ CÓ ĐIỆN', []],
  ['lạc hà có điện', []],
  ['', []],
])('%s', (text, expected) => {
  const names = extractNames(text);
  expect(names.map((name) => name.text)).toEqual(expected);
  for (const { start, end, text: name } of names)
    expect(sliceCodePoints(text, start, end)).toBe(name);
});
