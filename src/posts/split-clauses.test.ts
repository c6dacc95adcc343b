import { describe, expect, test } from 'vitest';

import { splitClauses } from './split-clauses.ts';

const clauses = (sentence: string): string[] =>
  splitClauses(sentence).map(([start, end]) => sentence.slice(start, end));

const SPLIT: ReadonlyArray<readonly [string, ...string[]]> = [
  [
    'Điều 5 cấm tra tấn; Điều 9 cấm bắt giữ tuỳ tiện.',
    'Điều 5 cấm tra tấn',
    'Điều 9 cấm bắt giữ tuỳ tiện.',
  ],
  [
    'Nước Mẫu có 54 dân tộc, và dân số đã vượt 100 triệu người.',
    'Nước Mẫu có 54 dân tộc',
    'dân số đã vượt 100 triệu người.',
  ],
  [
    'Xuất khẩu gạo đạt 8 triệu tấn, còn nhập khẩu phân bón giảm 3%.',
    'Xuất khẩu gạo đạt 8 triệu tấn',
    'nhập khẩu phân bón giảm 3%.',
  ],
  [
    'Giá xăng tăng 10%, trong khi lương công nhân giảm 5%.',
    'Giá xăng tăng 10%',
    'lương công nhân giảm 5%.',
  ],
  ['Giá xăng tăng 10% trong khi đó giá gạo giảm 5%.', 'Giá xăng tăng 10%', 'giá gạo giảm 5%.'],
  [
    'Bộ Y tế đóng cửa 30 bệnh viện, đồng thời Bộ Giáo dục đóng cửa 12 trường.',
    'Bộ Y tế đóng cửa 30 bệnh viện',
    'Bộ Giáo dục đóng cửa 12 trường.',
  ],
  [
    'Luật cho phép khiếu nại, nhưng nghị định bắt buộc nộp phí 2 triệu đồng.',
    'Luật cho phép khiếu nại',
    'nghị định bắt buộc nộp phí 2 triệu đồng.',
  ],
  [
    'Tuyên ngôn có 30 điều; tuy nhiên Điều 31 được thêm vào năm 1960.',
    'Tuyên ngôn có 30 điều',
    'Điều 31 được thêm vào năm 1960.',
  ],
  [
    'Thư viện mở cửa 12 giờ, còn bảo tàng có 30 phòng, và công viên rộng 5 ha.',
    'Thư viện mở cửa 12 giờ',
    'bảo tàng có 30 phòng',
    'công viên rộng 5 ha.',
  ],
  [
    'Theo báo Mẫu, Bộ Y tế đã đóng cửa 30 bệnh viện, còn Bộ Giáo dục đóng cửa 12 trường.',
    'Theo báo Mẫu, Bộ Y tế đã đóng cửa 30 bệnh viện',
    'Bộ Giáo dục đóng cửa 12 trường.',
  ],
  [
    'Xuat khau gao dat 8 trieu tan, trong khi nhap khau phan bon giam 3%.',
    'Xuat khau gao dat 8 trieu tan',
    'nhap khau phan bon giam 3%.',
  ],
  [
    'dieu 5 cam tra tan; dieu 9 cam bat giu tuy tien',
    'dieu 5 cam tra tan',
    'dieu 9 cam bat giu tuy tien',
  ],
  ['gia xang tang 10%, con gia gao giam 5%', 'gia xang tang 10%', 'gia gao giam 5%'],
  [
    'The ministry closed 30 hospitals, and the army built 12 new ones.',
    'The ministry closed 30 hospitals',
    'the army built 12 new ones.',
  ],
  [
    'Exports fell by 40 percent, while imports rose by 3 percent.',
    'Exports fell by 40 percent',
    'imports rose by 3 percent.',
  ],
  [
    'The law bans torture; the constitution guarantees free education.',
    'The law bans torture',
    'the constitution guarantees free education.',
  ],
  [
    'Article 5 bans torture, but Article 9 allows arbitrary arrest.',
    'Article 5 bans torture',
    'Article 9 allows arbitrary arrest.',
  ],
  [
    'The treaty has 30 articles whereas the charter has 40 chapters.',
    'The treaty has 30 articles',
    'the charter has 40 chapters.',
  ],
  [
    'Tuition is free; however, books cost 50 dollars a year.',
    'Tuition is free',
    'books cost 50 dollars a year.',
  ],
];

const WHOLE: ReadonlyArray<readonly [why: string, sentence: string]> = [
  ['a list of places', 'Đoàn đi qua Hà Nội, Huế và Đà Nẵng trong năm 2023.'],
  ['a list of things', 'The country exports rice, coffee, and cashew nuts.'],
  ['a list that ends in a clause', 'Nước này xuất khẩu gạo, cà phê, và hạt điều đã rang.'],
  ['"và" without a comma', 'Bộ cấm công ty A và công ty B bán thuốc này.'],
  ['a condition', 'Nếu giá xăng tăng 10%, thì giá gạo tăng 5%, còn lương giảm 2%.'],
  ['a condition without marks', 'neu gia xang tang 10%, con gia gao giam 5%, luong tang'],
  [
    'an English condition',
    'If the law passes, taxes rise by 5 percent, and wages fall by 2 percent.',
  ],
  ['a concession', 'Mặc dù giá xăng giảm 10%, nhưng giá gạo tăng 5%.'],
  ['a cause', 'Vì giá dầu tăng 10%, giá xăng tăng 5%, và giá gạo tăng 3%.'],
  [
    'an English cause',
    'Because prices rose 5 percent, wages fell, and taxes were cut by 2 percent.',
  ],
  ['a comparison', 'Xuất khẩu tăng 5%, còn nhập khẩu giảm 3% so với năm trước.'],
  [
    'an English comparison',
    'Exports rose by 5 percent, and imports fell by 3 percent compared with 2020.',
  ],
  [
    'not only … but',
    'Luật không chỉ cấm tra tấn, mà còn phạt 5 triệu đồng, và bộ luật phạt thêm 2 triệu.',
  ],
  ['respectively', 'Exports are 5 million, and imports are 3 million tonnes, respectively.'],
  ['a year in front of both', 'Năm 2023, xuất khẩu tăng 5%, còn nhập khẩu giảm 3%.'],
  [
    'an English year in front',
    'In 2023 exports rose by 5 percent, while imports fell by 3 percent.',
  ],
  ['a rule in front of both', 'Theo Điều 5, tra tấn bị cấm, còn bắt giữ tuỳ tiện được phép.'],
  ['a missing subject', 'Bộ Y tế đóng cửa 30 bệnh viện, và mở 12 phòng khám.'],
  ['an English missing subject', 'The ministry closed 30 hospitals, and opened 12 clinics.'],
  ['a pronoun', 'Luật cấm tra tấn, nhưng nó cho phép giam 30 ngày.'],
  ['an English pronoun', 'The law bans torture, but it allows detention for 30 days.'],
  ['a demonstrative', 'Luật cấm tra tấn, còn quy định này cho phép giam 30 ngày.'],
  ['a possessive', 'The law bans torture, and its annex allows detention for 30 days.'],
  [
    'words that point back',
    'Quốc hội thông qua luật, còn nghị định được ban hành sau đó ba tháng.',
  ],
  ['an ellipsis', 'Thuế ở thành phố Mẫu là 10%, còn ở tỉnh Mẫu là 7%.'],
  ['no predicate', 'Gạo đạt 8 triệu tấn, còn cà phê 2 triệu tấn.'],
  ['an opinion of a clause with its subject', 'Luật ra đời năm 2020, nhưng rất khó hiểu.'],
  ['a quotation', 'Ông ấy nói “Điều 5 cấm tra tấn, còn Điều 9 cấm bắt giữ”.'],
  ['an English quotation', 'The poster says "the law bans torture, and the court allows arrest".'],
  ['brackets', 'Luật mới (Điều 5 cấm tra tấn, còn Điều 9 cấm bắt giữ) đã được ban hành.'],
  ['behind a colon', 'Điều 15 gồm hai ý: mỗi người có quốc tịch, và không ai bị tước quốc tịch.'],
  ['a point of a list', 'a) Người có quyền khiếu nại; người bị phạt có quyền kháng cáo;'],
  ['the child, not "còn"', 'nha toi co 3 nguoi, con gai dang hoc lop 5'],
];

test('there are enough cases to mean something', () => {
  expect(SPLIT.length + WHOLE.length).toBeGreaterThanOrEqual(40);
});

test.each(SPLIT)('%s', (sentence, ...expected) => {
  expect(clauses(sentence)).toEqual(expected);
});

describe('stays whole', () => {
  test.each(WHOLE)('%s: %s', (_, sentence) => {
    expect(clauses(sentence)).toEqual([sentence]);
  });
});

test('a long hostile sentence takes linear time', () => {
  const started = performance.now();
  for (const piece of [', và a có ', '; ', '“a, và ', ' while x is', '(;']) {
    splitClauses(piece.repeat(Math.ceil(20_000 / piece.length)));
  }
  expect(performance.now() - started).toBeLessThan(3000);
});
