import { describe, expect, test } from 'vitest';

import { sliceCodePoints } from '#language/code-points.ts';

import { findReports } from './find-reports.ts';
import { splitClaims } from './split-claims.ts';

function reportsOf(post: string) {
  const claims = splitClaims(post);
  return findReports(post, claims).map((report) => report && [report.manner, report.text]);
}

describe('whose words a claim is', () => {
  test.each([
    ['Theo báo Tuổi Trẻ, giá điện đã tăng 20%.', 'reported', 'Theo báo Tuổi Trẻ'],
    ['theo bao tuoi tre, gia dien da tang 20%', 'reported', 'theo bao tuoi tre'],
    ['Một quan chức Bộ Y tế nói rằng 500 người đã chết.', 'reported', 'Một quan chức Bộ Y tế nói'],
    ['mot quan chuc noi rang 500 nguoi da chet', 'reported', 'mot quan chuc noi'],
    ['Bà ngoại tôi kể hồi đó làng được phát gạo.', 'reported', 'Bà ngoại tôi kể'],
    ['Thầy tôi dạy: Tuyên ngôn có 30 điều.', 'reported', 'Thầy tôi dạy'],
    ['Nghe nói luật mới cấm xe máy.', 'reported', 'Nghe nói'],
    ['nghe don luat moi cam xe may', 'reported', 'nghe don'],
    ['Giá điện đã tăng 20%, theo nguồn tin từ EVN.', 'reported', 'theo nguồn tin từ EVN'],
    ['Giá điện đã tăng 20%, chị bán hàng kể.', 'reported', 'chị bán hàng kể'],
    ['Bộ Y tế khẳng định: “Vắc xin an toàn với mọi người.”', 'quoted', 'Bộ Y tế khẳng định'],
    [
      'According to the ministry, prices rose by 5 percent.',
      'reported',
      'According to the ministry',
    ],
    ['Reuters reported that prices rose by 5 percent.', 'reported', 'Reuters reported'],
    ['The treaty has 30 articles, according to the court.', 'reported', 'according to the court'],
    ['I heard that the treaty has 30 articles.', 'reported', 'I heard'],
    ['My neighbour says the treaty has 30 articles.', 'reported', 'My neighbour says'],
    ['He said: "The treaty has 30 articles."', 'quoted', 'He said'],
    ['"The treaty has 30 articles," said a judge.', 'quoted', 'said a judge'],
  ])('%s', (post, manner, text) => {
    expect(reportsOf(post)).toEqual([[manner, text]]);
  });

  test.each([
    'Theo tôi, giá điện đã tăng 20%.',
    'Theo Điều 5, tra tấn bị cấm.',
    'Tuyên ngôn nói rằng ai cũng có quyền đi học.',
    'Tôi nói rằng giá điện đã tăng 20%.',
    'Chính phủ tuyên bố tình trạng khẩn cấp.',
    'Xe cứ chạy theo tuyến đường cũ.',
    'The declaration says that everyone is equal.',
    'I say that prices rose by 5 percent.',
    'The reports that prices rose are wrong.',
    'Giá điện đã tăng 20%.',
  ])('the post itself: %s', (post) => {
    expect(reportsOf(post)).toEqual([null]);
  });
});

test('an attribution in front of a quotation holds for each of its sentences', () => {
  const quoted = ['quoted', 'He said'];
  expect(
    reportsOf('He said: “The law bans 30 books. Police arrested 500 people.” Prices rose.'),
  ).toEqual([quoted, quoted, null]);
});

test('a line that ends with a colon speaks for the one below it', () => {
  expect(
    reportsOf('Bà ấy nói:\n“Luật mới cấm bán 30 loại thuốc.”\nGiá gạo tăng 5%.').slice(1),
  ).toEqual([['quoted', 'Bà ấy nói'], null]);
});

test('both clauses of a reported sentence are reported', () => {
  expect(
    reportsOf('Theo báo Mẫu Mới, bộ đóng cửa 30 bệnh viện, còn tỉnh Mẫu đóng cửa 12 trường.'),
  ).toEqual([
    ['reported', 'Theo báo Mẫu Mới'],
    ['reported', 'Theo báo Mẫu Mới'],
  ]);
});

test('the span is the words themselves, in code points', () => {
  const post = '🔥 Nóng quá 🔥\nÔng Trần Văn Mẫu nói rằng giá điện đã tăng 20%.';
  const report = findReports(post, splitClaims(post))[1];
  expect(report).toMatchObject({ text: 'Ông nói', manner: 'reported' });
  expect(sliceCodePoints(post, report?.start ?? 0, report?.end ?? 0)).toBe('Ông Trần Văn Mẫu nói');
});
