import { expect, test } from 'vitest';
import { searchTerms } from './search-terms.ts';

test.each([
  { name: 'no terms', text: '…', expected: [] },
  { name: 'one term', text: 'Gạo', expected: ['gao'] },
  {
    name: 'pairs after the terms, folded, across punctuation',
    text: 'Xuất khẩu, gạo',
    expected: ['xuat', 'khau', 'gao', 'xuat khau', 'khau gao'],
  },
  {
    name: 'the same without diacritics',
    text: 'xuat khau',
    expected: ['xuat', 'khau', 'xuat khau'],
  },
  { name: 'repeats are kept', text: 'xa xa xa', expected: ['xa', 'xa', 'xa', 'xa xa', 'xa xa'] },
  { name: 'no pairs of English words', text: 'rice exports', expected: ['rice', 'exports'] },
  { name: 'no pair over a number', text: 'năm 2023 tăng', expected: ['nam', '2023', 'tang'] },
])('$name', ({ text, expected }) => {
  expect(searchTerms(text)).toEqual(expected);
});
