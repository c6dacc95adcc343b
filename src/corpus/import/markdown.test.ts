import { describe, expect, test } from 'vitest';

import { parseMarkdown } from './markdown.ts';
import { markdownToText } from './markdown-text.ts';

const file = { fileName: 'mau.md' };

test('front matter and text become a document', () => {
  const raw = [
    '\uFEFF---',
    'title: Văn bản mẫu',
    'language: vi',
    'number: "12-XX/YY"',
    'issued_on: 2022-01-05',
    'topics: [mẫu, thử]',
    'citable: false',
    '---',
    '# Phần đầu',
    '',
    'Nội dung **quan trọng**.',
  ].join('\r\n');
  expect(parseMarkdown(raw, file)).toEqual({
    key: 'mau.md',
    title: 'Văn bản mẫu',
    text: '# Phần đầu\n\nNội dung quan trọng.',
    language: 'vi',
    number: '12-XX/YY',
    issued_on: '2022-01-05',
    topics: ['mẫu', 'thử'],
    citable: false,
  });
});

test.each([
  ['Không có gì', 'title'],
  ['---\nlanguage: vi\n---\nNội dung.', 'title'],
  ['---\ntitle: A\nauthor: B\n---\nNội dung.', 'author'],
  ['---\ntitle: A\ntext: B\n---\nNội dung.', 'text'],
  ['---\ntitle: A: B: C\n---\nNội dung.', 'front matter'],
  ['---\n- a\n---\nNội dung.', 'front matter'],
  ['---\ntitle: A\nnumber: 57\n---\nNội dung.', 'number'],
  ['---\ntitle: A\nlanguage: vi\n---\n', 'mau.md: text'],
])('%j is refused, naming %s', (raw, field) => {
  expect(() => parseMarkdown(raw, file)).toThrow(expect.objectContaining({ field }) as Error);
});

describe('markdownToText', () => {
  test.each([
    ['## Điều 5. **Tên** ##', '## Điều 5. Tên'],
    ['Tựa\n===\nNhỏ\n---', '# Tựa\n## Nhỏ'],
    ['[chữ](https://a.vn/b_(c) "x") và ![ảnh](i.png)', 'chữ và ảnh'],
    ['<https://a.vn/x_y_z>', 'https://a.vn/x_y_z'],
    ['*nghiêng* **đậm** ***cả hai*** `mã` ~~bỏ~~ _x_', 'nghiêng đậm cả hai mã bỏ x'],
    ['snake_case_name và 2*3*4 = 24', 'snake_case_name và 234 = 24'],
    ['1\\. không phải \\*mục\\*', '1. không phải *mục*'],
    ['> trích\n> dẫn', 'trích\ndẫn'],
    ['* một\n+ hai\n- [x] ba', '- một\n- hai\n- ba'],
    ['1. một\na) hai', '1. một\na) hai'],
    ['| a | b |\n|---|---|\n| 1 | 2 |', 'a | b\n1 | 2'],
    ['```js\nlet a_b = *c*;\n```', 'let a_b = *c*;'],
    ['một\n\n***\n\n\nhai', 'một\n\nhai'],
    ['a <b>đậm</b> 3 < 5 <!-- ẩn\nhết -->b', 'a đậm 3 < 5 b'],
    ['xem [1][ref]\n\n[ref]: https://a.vn', 'xem 1'],
  ])('%j → %j', (markdown, expected) => {
    expect(markdownToText(markdown)).toBe(expected);
  });
});
