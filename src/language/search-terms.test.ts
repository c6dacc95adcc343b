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
  { name: 'repeats are kept', text: 'no no no', expected: ['no', 'no', 'no', 'no no', 'no no'] },
])('$name', ({ text, expected }) => {
  expect(searchTerms(text)).toEqual(expected);
});
