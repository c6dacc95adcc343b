import { expect, test } from 'vitest';
import { shortenAfter, shortenBefore } from './shorten-context.ts';

test.each([
  ['h ngày 5 tháng 1. ', false, '… ngày 5 tháng 1. '],
  ['Điều 1. ', true, 'Điều 1. '],
  ['Một.\n \n\nHai.\n\n', true, 'Một.\nHai.\n\n'],
  ['一二三', false, '… 一二三'],
  ['', true, ''],
])('before: %s', (text, isWhole, shown) => {
  expect(shortenBefore(text, isWhole)).toBe(shown);
});

test.each([
  [' và hai điều kh', false, ' và hai điều …'],
  [' hết.', true, ' hết.'],
  ['\n\nBa.\n\nBốn.', true, '\n\nBa.\nBốn.'],
  ['一二三', false, '一二三 …'],
])('after: %s', (text, isWhole, shown) => {
  expect(shortenAfter(text, isWhole)).toBe(shown);
});
