import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sliceCodePoints } from '#language/code-points.ts';
import { extractValues } from './values.ts';

describe('extractValues', () => {
  test.each([
    ['ngày 15 tháng 6 năm 2023', 2023, 6, 15],
    ['ngay 15 thang 6 nam 2023', 2023, 6, 15],
    ['ngày 5/1/2022', 2022, 1, 5],
    ['2022-03-03', 2022, 3, 3],
    ['15 June 2023', 2023, 6, 15],
    ['June 15, 2023', 2023, 6, 15],
    ['the 3rd of March', null, 3, 3],
    ['tháng 6/2023', 2023, 6, null],
    ['March 2022', 2022, 3, null],
    ['năm 2019', 2019, null, null],
    ['in 2019', 2019, null, null],
    ['2023年6月15日', 2023, 6, 15],
  ])('reads the date %s', (text, year, month, day) => {
    expect(extractValues(text)).toMatchObject([{ kind: 'date', year, month, day }]);
  });

  test.each([
    ['1.500 người', [1500, 1.5], 'nguoi', ''],
    ['1,500 people', [1500, 1.5], 'people', ''],
    ['1.000.000 đồng', [1_000_000], 'dong', ''],
    ['2,5 triệu tấn', [2_500_000], 'tan', ''],
    ['3 nghìn tỷ đồng', [3e12], 'dong', ''],
    ['10%', [10], '%', ''],
    ['12,5 phần trăm', [12.5], '%', ''],
    ['ba trụ cột', [3], 'tru', ''],
    ['ba mươi điều', [30], 'dieu', ''],
    ['four pillars', [4], 'pillars', ''],
    ['Điều 5', [5], '', 'dieu'],
    ['Article 12', [12], '', 'article'],
  ])('reads the number %s', (text, readings, unit, label) => {
    expect(extractValues(text)).toMatchObject([{ kind: 'number', readings, unit, label }]);
  });

  test.each([['năm nay'], ['A4'], ['covid19'], ['hai']])('reads no value from %s', (text) => {
    expect(extractValues(text)).toEqual([]);
  });

  test('gives code-point offsets, in order and without overlap', () => {
    const piece = fc.constantFrom(
      '😀',
      ' 5 điều ',
      ' năm 2019 ',
      'ba trụ cột ',
      '. ',
      '7/8/2020 ',
      '%',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const value of extractValues(text)) {
          expect(sliceCodePoints(text, value.start, value.end)).toBe(value.text);
          expect(value.start).toBeGreaterThanOrEqual(last);
          last = value.end;
        }
      }),
    );
  });
});
