import { expect, test } from 'vitest';

import { firstLine, readPlainText } from './plain-text.ts';

test('lines become places, blank lines and page breaks part paragraphs', () => {
  const raw = '\uFEFF\r\n***\r\nThể lệ thư viện giả định  \r\n\r\n\r\nMột 📚.\r\nHai.\fBa.\r\n';
  expect(readPlainText(raw)).toEqual({
    text: '***\nThể lệ thư viện giả định\n\nMột 📚.\nHai.\n\nBa.',
    places: [
      { start: 0, line: 2 },
      { start: 4, line: 3 },
      { start: 30, line: 6 },
      { start: 37, line: 7 },
    ],
    title: 'Thể lệ thư viện giả định',
    warnings: [],
  });
});

test.each([
  ['# Tựa\n\nNội dung', 'Tựa'],
  ['1. 2. 3.\n---', null],
  ['', null],
  [`${'chữ '.repeat(80)}hết`, `${'chữ '.repeat(49)}chữ…`],
])('the first line of %j', (text, title) => {
  expect(firstLine(text)).toBe(title);
});
