import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { sliceCodePoints } from './code-points.ts';
import { splitSentences } from './sentences.ts';

/** Any code points, lone surrogates too, drawn mostly from scripts in use. */
const anyText = (maxLength = 12): fc.Arbitrary<string> =>
  fc.string({
    unit: fc
      .oneof(fc.integer({ min: 0, max: 0x2fff }), fc.integer({ min: 0, max: 0x10ffff }))
      .map((code) => String.fromCodePoint(code)),
    maxLength,
  });

describe('splitSentences', () => {
  test.each([
    [['Trời mưa.', 'Đường ngập.']],
    [['hom nay mua.', 'duong ngap']],
    [['Tại TP. Hồ Chí Minh có mưa.', 'Hết.']],
    [['GS. TS. Mẫu nói vậy.']],
    [['Rau, củ, quả, v.v. đều tăng.', 'Giá cao.']],
    [['Có rau, củ, v.v.', 'Giá cao.']],
    [['Mr. Smith met Dr. Jones.', 'They talked.']],
    [['See Nos. 5 and 6.', 'The answer is no.', 'He left.']],
    [['The U.S. President spoke.', 'He lives in the U.S.', 'The end.']],
    [['J. Doe came at 5 p.m. on Monday.', 'It rained.']],
    [['Anh Nguyễn Văn A. Ông này ở Huế.'.slice(0, 17), 'Ông này ở Huế.']],
    [['Giá 2.5 triệu, tức 1.000.000 đồng.', 'Năm 2023.', 'Xong.']],
    [['Ờ... để xem.', 'Thế… Rồi sao?'.slice(0, 4), 'Rồi sao?']],
    [['Thật à?!', 'Không!', 'Đi thôi.']],
    [['“Đi đi!” ông nói.', '“Ừ.”', 'Họ đi.']],
    [['(Xem trang 5.)', 'Hết.']],
    [['1. Mục một có chữ.', 'Mục hai.']],
    [['你好。', '他说：“走吧！”', '他走了。']],
    [['đúng rồi.', 'Họ nói thế']],
    [['Trang example.com và Node.JS chạy tốt.']],
  ])('%j', (expected) => {
    const text = expected.join(' ').replace('rồi. Họ', 'rồi.Họ');
    expect(splitSentences(text).map((span) => span.text)).toEqual(expected);
  });

  test('lines and bullets are apart, a hard-wrapped sentence is not', () => {
    const long = 'Một câu rất dài được ngắt dòng bởi trình soạn thảo văn bản cũ kỹ của';
    const text = `Tựa đề\n- mục một\n- mục hai\n${long}\nmột ai đó.`;
    expect(splitSentences(text).map((span) => span.text)).toEqual([
      'Tựa đề',
      '- mục một',
      '- mục hai',
      `${long}\nmột ai đó.`,
    ]);
  });

  test('a run-on text is cut between clauses only beyond the maximum', () => {
    const text = 'một hai ba bốn năm sáu, bảy tám 2,5 chín mười; mười một mười hai mười ba';
    expect(splitSentences(text)).toHaveLength(1);
    const parts = splitSentences(text, { maxCodePoints: 50 }).map((span) => span.text);
    expect(parts).toEqual([
      'một hai ba bốn năm sáu, bảy tám 2,5 chín mười;',
      'mười một mười hai mười ba',
    ]);
  });

  test('every non-space code point is in exactly one sentence', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'TP. ',
        '. ',
        '? ',
        '…',
        '\n',
        '- ',
        '“',
        '”',
        '2.5',
        '。',
        '😀',
        'Aa',
        'U.S. ',
        ', ',
      ),
      anyText(8),
    );
    fc.assert(
      fc.property(fc.array(piece), fc.integer({ min: 4, max: 60 }), (pieces, maxCodePoints) => {
        const text = pieces.join('');
        let previous = 0;
        for (const span of splitSentences(text, { maxCodePoints })) {
          expect(sliceCodePoints(text, previous, span.start).trim()).toBe('');
          expect(sliceCodePoints(text, span.start, span.end)).toBe(span.text);
          expect(span.end - span.start).toBeLessThanOrEqual(maxCodePoints);
          previous = span.end;
        }
        expect(sliceCodePoints(text, previous).trim()).toBe('');
      }),
    );
  });

  test.each(['. ', 'a.', '?', '(', 'a ', '…'])('takes linear time on 200 kB of %j', (piece) => {
    const started = performance.now();
    splitSentences(piece.repeat(200_000 / piece.length));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
