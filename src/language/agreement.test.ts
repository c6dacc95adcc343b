import { expect, test } from 'vitest';
import { agreement, readFacts } from './agreement.ts';

const passage =
  'Tỉnh Lạc Hà có 1.200 hộ dân. Ngày 5 tháng 3 năm 2021, Ủy ban nhân dân tỉnh Lạc Hà giao 2,5 triệu đồng.';

test.each([
  ['Lạc Hà có 1,200 hộ dân năm 2021.', ['1,200', 'nam 2021'], [], ['lac ha'], []],
  ['lạc hà có 1.300 hộ', [], ['1.300'], [], []],
  [
    'Ở Bình Khê, ngày 5/3/2021 giao 2500000 đồng.',
    ['2500000', 'ngay 5/3/2021'],
    [],
    [],
    ['binh khe'],
  ],
  ['Ngày 6/3/2021 giao 2,5 triệu đồng.', ['2,5 trieu'], ['ngay 6/3/2021'], [], []],
  ['', [], [], [], []],
])('%s', (claim, numbersShared, numbersMissing, namesShared, namesMissing) => {
  expect(agreement(claim, passage)).toEqual({
    numbersShared,
    numbersMissing,
    namesShared,
    namesMissing,
  });
});

test('another name of one thing counts as shared', () => {
  const same = (a: string, b: string): boolean => a === 'green river' && b === 'song xanh';
  const facts = readFacts('Năm ngoái Sông Xanh cạn.');
  expect(agreement('The Green River dried up.', facts).namesMissing).toEqual(['green river']);
  expect(agreement('The Green River dried up.', facts, same).namesShared).toEqual(['green river']);
});

test('capitals throughout are no names', () => {
  expect(agreement('TỈNH LẠC HÀ CÓ ĐIỆN', passage).namesShared).toEqual([]);
});
