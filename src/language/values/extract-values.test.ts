import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sliceCodePoints } from '#language/code-points.ts';
import { extractValues } from './extract-values.ts';

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
    ['ngày 2/9', null, 9, 2],
    ['tháng Sáu năm 2020', 2020, 6, null],
    ['6/2023', 2023, 6, null],
    ['15.6.2023', 2023, 6, 15],
    ['ngày 5 tháng tư', null, 4, 5],
  ])('reads the date %s as well', (text, year, month, day) => {
    expect(extractValues(text)).toMatchObject([{ kind: 'date', year, month, day }]);
  });

  test.each([
    ['1.500 người', [1500, 1.5], 'nguoi', ''],
    ['1,500 people', [1500, 1.5], 'people', ''],
    ['1.000.000 đồng', [1_000_000], 'vnd', ''],
    ['1.234,5 điểm', [1234.5], 'diem', ''],
    ['0.125 điểm', [0.125], 'diem', ''],
    ['2,5 triệu tấn', [2.5e9], 'kg', ''],
    ['3 nghìn tỷ đồng', [3e12], 'vnd', ''],
    ['1 triệu 200 nghìn đồng', [1_200_000], 'vnd', ''],
    ['2 triệu rưỡi đồng', [2_500_000], 'vnd', ''],
    ['500k', [500_000], '', ''],
    ['5 km', [5000], 'm', ''],
    ['12 km²', [12_000_000], 'm2', ''],
    ['3 hải lý', [5556], 'm', ''],
    ['$20', [20], 'usd', ''],
    ['20 đô la', [20], 'usd', ''],
    ['10%', [10], '%', ''],
    ['12,5 phần trăm', [12.5], '%', ''],
    ['2 tuần', [14], 'day', ''],
    ['hai mươi năm', [240], 'month', ''],
    ['hai triệu năm trước', [24_000_000], 'month', ''],
    ['hai trăm năm mươi người', [250], 'nguoi', ''],
    ['ba trụ cột', [3], 'tru', ''],
    ['ba mươi điều', [30], 'dieu', ''],
    ['mười hai điều', [12], 'dieu', ''],
    ['hai mươi lăm điều', [25], 'dieu', ''],
    ['hai triệu người', [2_000_000], 'nguoi', ''],
    ['một trăm linh năm người', [105], 'nguoi', ''],
    ['hai tỷ rưỡi đồng', [2.5e9], 'vnd', ''],
    ['hai trieu nguoi', [2_000_000], 'nguoi', ''],
    ['four pillars', [4], 'pillars', ''],
    ['twenty-five articles', [25], 'articles', ''],
    ['two hundred and six bones', [206], 'bones', ''],
    ['three million people', [3_000_000], 'people', ''],
    ['Điều 5', [5], '', 'dieu'],
    ['Article 12', [12], '', 'article'],
    ['Nghị quyết số 18', [18], '', 'nghi quyet'],
    ['57-KL/TW', [57], '', 'kl/tw'],
    ['the 5th', [5], '', 'thu'],
    ['thế kỷ 19', [19], '', 'the ky'],
  ])('reads the number %s', (text, readings, unit, label) => {
    expect(extractValues(text)).toMatchObject([{ kind: 'number', readings, unit, label }]);
  });

  test.each([
    ['khoảng 500 người', 'about', []],
    ['gần 500 người', 'nearly', []],
    ['hơn 500 người', 'over', []],
    ['không quá 500 người', 'under', []],
    ['at least 500 people', 'over', []],
    ['từ 500 đến 600 người', 'exact', [600]],
  ])('reads what is meant by %s', (text, bound, upTo) => {
    expect(extractValues(text)).toMatchObject([{ readings: [500], bound, upTo }]);
  });

  test('a preposition before a small number is no bound', () => {
    expect(extractValues('dựa trên ba trụ cột')).toMatchObject([{ bound: 'exact' }]);
  });

  test('a range shares its scale', () => {
    expect(extractValues('5–10 triệu đồng')).toMatchObject([{ readings: [5e6], upTo: [1e7] }]);
  });

  test.each([['năm nay'], ['A4'], ['covid19'], ['hai'], ['mạng 5G'], ['một người'], ['may be']])(
    'reads no value from %s',
    (text) => {
      expect(extractValues(text)).toEqual([]);
    },
  );

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
