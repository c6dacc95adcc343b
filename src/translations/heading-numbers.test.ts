import { expect, it } from 'vitest';

import { articleAddress, headingNumbers } from './heading-numbers.ts';

it.each([
  [['Chương II', 'Điều 5', 'Khoản 2'], { chapter: '2', article: '5', clause: '2' }],
  [['Chapter 2', 'Article 5', 'Paragraph 2'], { chapter: '2', article: '5', clause: '2' }],
  [['Phần thứ tư', 'Mục 3', 'Điều 12a'], { part: '4', section: '3', article: '12a' }],
  [['Part IV', 'Article IX'], { part: '4', article: '9' }],
  [['第一百二十三条'], { article: '123' }],
  [['第十五章', '第二〇条'], { chapter: '15', article: '20' }],
  [['Giới thiệu', 'Điểm a'], {}],
])('%j → %j', (path, expected) => {
  expect(headingNumbers(path)).toEqual(expected);
});

it('gives articles an address, and other places none', () => {
  expect(articleAddress({ chapter: '2', article: '5' })).toBe('/2//5');
  expect(articleAddress({ chapter: '2' })).toBeNull();
});
