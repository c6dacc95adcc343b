import { describe, expect, test } from 'vitest';

import { headingInTitle, headingOf } from './structure.ts';

const inArticle = [{ rank: 14, label: 'Điều 4' }];

describe('units of Vietnamese documents', () => {
  test.each([
    ['Điều 5', 'Điều 5', 14],
    ['Điều 5. Phạm vi', 'Điều 5', 14],
    ['Điều 5: Phạm vi', 'Điều 5', 14],
    ['Điều 5.Phạm vi', 'Điều 5', 14],
    ['ĐIỀU 5 – PHẠM VI', 'Điều 5', 14],
    ['Điều 5a. Phạm vi', 'Điều 5a', 14],
    ['Điều thứ 5', 'Điều 5', 14],
    ['Điều 5 Phạm vi của thư viện giả định', 'Điều 5', 14],
    ['Đ iều 5. Phạm vi', 'Điều 5', 14],
    ['Ði ều 5. Phạm vi', 'Điều 5', 14],
    ['Điều\u00A05\u00A0. Phạm vi', 'Điều 5', 14],
    ['## Điều 5. **Phạm vi**', 'Điều 5', 14],
    ['CHƯƠNG  II QUY ĐỊNH CHUNG', 'Chương II', 11],
    ['C H Ư Ơ N G I', 'Chương I', 11],
    ['Mục 1. Giờ mở cửa', 'Mục 1', 12],
    ['TIỂU MỤC 2', 'Tiểu mục 2', 13],
    ['PHẦN THỨ HAI', 'Phần thứ hai', 10],
    ['Phần thứ ba. Kết luận', 'Phần thứ ba', 10],
    ['PHỤ LỤC', 'Phụ lục', 10],
    ['Phụ lục số 2: Mẫu thẻ', 'Phụ lục 2', 10],
    ['II- MỤC TIÊU, NHIỆM VỤ', 'Mục II', 12],
    ['IV. TỔ CHỨC THỰC HIỆN', 'Mục IV', 12],
    ['1. Mở cửa', 'Khoản 1', 15],
    ['1.Mở cửa', 'Khoản 1', 15],
    ['1/ Mở cửa', 'Khoản 1', 15],
    ['1a. Mở cửa', 'Khoản 1a', 15],
    ['(2) mở cửa', 'Khoản 2', 15],
    ['KHOẢN 2. Mở cửa', 'Khoản 2', 15],
    ['a) mở cửa', 'Điểm a', 16],
    ['đ)mở cửa', 'Điểm đ', 16],
    ['b/ mở cửa', 'Điểm b', 16],
    ['Điểm c: mở cửa', 'Điểm c', 16],
  ])('%s', (line, label, rank) => {
    expect(headingOf(line, inArticle)).toEqual({ label, rank });
  });

  test.each([
    'Điều 5 của Luật này quy định về thư viện',
    'Điều 5 Luật Thư viện giả định quy định',
    'Điều 5 Nghị định này áp dụng cho bạn đọc',
    'Điều 5 Thư viện mở cửa vào ngày mai.',
    'Điều kiện mở cửa',
    'Chương trình đọc sách',
    'Mục tiêu của thư viện',
    'Phụ lục ban hành kèm theo',
    'Khoản 2 Điều này được sửa đổi',
    'Khoản chi 2. Mở cửa',
    'V. Hugo là nhà văn',
    'I. Giới thiệu chung',
    '1.5 triệu quyển sách',
    '15/6/2031',
    '31.12.2031',
    '- mở cửa',
  ])('%s is prose', (line) => {
    expect(headingOf(line, inArticle)).toBeNull();
  });

  test('clauses and points count only within an article', () => {
    expect(['1. Mở cửa', 'Khoản 2.', 'a) mở cửa'].map((line) => headingOf(line, []))).toEqual([
      null,
      null,
      null,
    ]);
  });
});

test.each([
  ['Luật giả định, Điều 12a. Thẻ bạn đọc', ['Điều 12a']],
  ['Invented Act, Article 3: Readers', ['Article 3']],
  ['Điều kiện mượn sách', []],
])('the title %s', (title, labels) => {
  expect(headingInTitle(title).map(({ label }) => label)).toEqual(labels);
});
