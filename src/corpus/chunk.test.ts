import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { codePointLength, sliceCodePoints } from '#language/code-points.ts';

import { chunkText } from './chunk.ts';

/** Any code points, lone surrogates too, drawn mostly from scripts in use. */
const anyText = (maxLength = 12): fc.Arbitrary<string> =>
  fc.string({
    unit: fc
      .oneof(fc.integer({ min: 0, max: 0x2fff }), fc.integer({ min: 0, max: 0x10ffff }))
      .map((code) => String.fromCodePoint(code)),
    maxLength,
  });

const vi = { language: 'vi' };
const words = (count: number, word = 'chữ'): string =>
  Array.from({ length: count }, (_, index) => `${word}${index}`).join(' ');
const sentences = (count: number): string =>
  Array.from({ length: count }, (_, index) => `Câu thứ ${index} nói về việc ${index}.`).join(' ');

describe('chunkText', () => {
  test('follows chapters, articles, clauses and points', () => {
    const text = [
      'Chương I',
      'QUY ĐỊNH CHUNG',
      'Điều 1. Phạm vi',
      `1. ${words(90)}.`,
      `2. ${words(40)}:`,
      `a) ${words(80)};`,
      'Điều 2. Đối tượng',
      'Mọi cơ quan, tổ chức.',
      'Chương II',
      'Điều 3. Hiệu lực',
      'Từ ngày ký.',
    ].join('\n');
    const chunks = chunkText(text, vi);
    expect(chunks.map((chunk) => chunk.headingPath)).toEqual([
      ['Chương I', 'Điều 1', 'Khoản 1'],
      ['Chương I', 'Điều 1', 'Khoản 2'],
      ['Chương I', 'Điều 1', 'Khoản 2', 'Điểm a'],
      ['Chương I', 'Điều 2'],
      ['Chương II', 'Điều 3'],
    ]);
    expect(chunks[0]?.text.startsWith('Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n1. chữ0')).toBe(
      true,
    );
    expect(chunks[4]?.text).toBe('Chương II\nĐiều 3. Hiệu lực\nTừ ngày ký.');
  });

  test('merges short clauses of one article, and only of one article', () => {
    const text = 'Điều 1. A\n1. Một hai.\n2. Ba bốn.\nĐiều 2. B\n1. Năm sáu.';
    const chunks = chunkText(text, vi);
    expect(chunks.map((chunk) => [chunk.headingPath, chunk.text.split('\n').length])).toEqual([
      [['Điều 1'], 3],
      [['Điều 2', 'Khoản 1'], 2],
    ]);
  });

  test('an article of one line does not swallow the next', () => {
    const chunks = chunkText('Điều 1. Chỉ có tên\nĐiều 2. Cũng chỉ có tên\n# Phụ lục\n# Mục', vi);
    expect(chunks.map((chunk) => chunk.text)).toEqual([
      'Điều 1. Chỉ có tên',
      'Điều 2. Cũng chỉ có tên',
      '# Phụ lục',
      '# Mục',
    ]);
  });

  test('takes the article from the title', () => {
    const chunks = chunkText(`1. ${words(80)}.\n\n2. ${words(80)}.`, {
      language: 'vi',
      title: 'Luật Mẫu, Điều 7. Quyền',
    });
    expect(chunks.map((chunk) => chunk.headingPath)).toEqual([
      ['Điều 7', 'Khoản 1'],
      ['Điều 7', 'Khoản 2'],
    ]);
  });

  test.each([
    ['Article 5\nNo one shall be held.', ['Article 5']],
    ['Article 13\n(1) Everyone has the right.', ['Article 13', 'Paragraph 1']],
    ['PHẦN THỨ NHẤT\nMục 2. Khác\nNội dung.', ['Phần thứ nhất', 'Mục 2']],
    ['# Tài liệu\n## Số liệu\nDân số tăng.', ['Tài liệu', 'Số liệu']],
    ['## Điều 4. Tên\nNội dung.', ['Điều 4']],
    ['第五条\n公民有自由。', ['第五条']],
    ['Điều 5 của Luật này quy định về thuế.', []],
    ['1. Một mục bình thường', []],
  ])('%j lies under %j', (text, path) => {
    expect(chunkText(text, vi)[0]?.headingPath).toEqual(path);
  });

  test('cuts a long paragraph between sentences', () => {
    const chunks = chunkText(sentences(60), vi);
    expect(chunks.length).toBeGreaterThan(3);
    for (const chunk of chunks) expect(chunk.text).toMatch(/^Câu .*\.$/su);
  });

  test('cuts scripts without spaces at 900 code points', () => {
    const chunks = chunkText('公民有言论自由'.repeat(400), { language: 'zh' });
    expect(Math.max(...chunks.map((chunk) => codePointLength(chunk.text)))).toBeLessThanOrEqual(
      900,
    );
  });

  test('gives nothing for nothing', () => {
    expect(chunkText(' \n\n ', vi)).toEqual([]);
  });

  test('keeps every non-space code point in exactly one passage, in order and within size', () => {
    const line = fc.oneof(
      fc.constantFrom(
        '',
        'Chương I',
        'QUY ĐỊNH',
        'Điều 1. Tên',
        '1. Khoản một',
        'a) điểm',
        '# Mục',
      ),
      fc.constantFrom(
        words(150),
        sentences(30),
        '中'.repeat(1300),
        'x'.repeat(3000),
        '😀 a '.repeat(300),
      ),
      anyText(40),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = lines.join('\n');
        const chunks = chunkText(text, vi);
        let previous = 0;
        for (const chunk of chunks) {
          expect(chunk.start).toBeGreaterThanOrEqual(previous);
          expect(sliceCodePoints(text, previous, chunk.start).trim()).toBe('');
          expect(sliceCodePoints(text, chunk.start, chunk.end)).toBe(chunk.text);
          expect(chunk.text.split(/\s+/).length).toBeLessThanOrEqual(160);
          previous = chunk.end;
        }
        expect(sliceCodePoints(text, previous).trim()).toBe('');
      }),
    );
  });
});
