import { expect, test } from 'vitest';

import { sliceCodePoints } from '#language/code-points.ts';

import { isNationalHeading, proposeMetadata } from './document-head.ts';

const decree = `HỘI ĐỒNG GIẢ ĐỊNH | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
------- | Độc lập - Tự do - Hạnh phúc
Số: 12/2031/NĐ-CP | Hà Nội, ngày 15 tháng 6 năm 2031

NGHỊ ĐỊNH

Quy định về thẻ bạn đọc của thư viện giả định

Căn cứ Luật Thư viện giả định ngày 01 tháng 01 năm 2030;

Điều 1. Phạm vi

Nghị định này quy định về thẻ bạn đọc.

Điều 9. Hiệu lực

1. Nghị định này có hiệu lực thi hành kể từ ngày 01 tháng 8 năm 2031.`;

const law = `QUỐC HỘI

CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM

Độc lập – Tự do – Hạnh phúc

Luật số: 99/2031/QH19

LUẬT

SÁCH GIẢ ĐỊNH
VÀ THƯ VIỆN GIẢ ĐỊNH

Căn cứ Hiến pháp;

Điều 1. Phạm vi

Điều 20. Hiệu lực thi hành

Luật này có hiệu lực từ ngày 01/01/2032.

Luật này đã được Quốc hội khóa giả định thông qua ngày 20 tháng 11 năm 2031.`;

const party = `BAN CHẤP HÀNH TRUNG ƯƠNG
*
Số 98-KL/TW
ĐẢNG CỘNG SẢN VIỆT NAM
Hà Nội, ngày 5 tháng 3 năm 2031
KẾT LUẬN
của hội nghị giả định về thư viện giả định
trong bài kiểm thử
-----
Hội nghị giả định đã bàn về sách.
Kết luận này có hiệu lực kể từ ngày ký.`;

const province = `ỦY BAN NHÂN DÂN
TỈNH GIẢ ĐỊNH    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ SÁCH GIẢ ĐỊNH
VÀ TRANH GIẢ ĐỊNH
Số: 7/QÐ-SSGĐ
QUYẾT ĐỊNH
Về việc mở cửa phòng đọc
Căn cứ quy chế giả định;`;

const english = `THE INVENTED ASSEMBLY | SOCIALIST REPUBLIC OF VIET NAM
No. 12/2031/QH19 | Hanoi, June 15, 2031

LAW ON INVENTED LIBRARIES

Article 1. Scope

Article 9. Entry into force

This Law takes effect from 1 January 2032.`;

const paragraphs = (text: string): string =>
  text.replaceAll(/\n+/g, '\n\n').replaceAll(' | ', '\n\n');

const cases = [
  [
    'vi',
    decree,
    {
      title: 'Nghị định Quy định về thẻ bạn đọc của thư viện giả định',
      issuer: 'HỘI ĐỒNG GIẢ ĐỊNH',
      number: '12/2031/NĐ-CP',
      kind: 'law',
      issued_on: '2031-06-15',
      valid_from: '2031-08-01',
    },
  ],
  [
    'vi',
    law,
    {
      title: 'LUẬT SÁCH GIẢ ĐỊNH VÀ THƯ VIỆN GIẢ ĐỊNH',
      issuer: 'Quốc hội',
      number: '99/2031/QH19',
      kind: 'law',
      issued_on: '2031-11-20',
      valid_from: '2032-01-01',
    },
  ],
  [
    'vi',
    party,
    {
      title: 'Kết luận của hội nghị giả định về thư viện giả định trong bài kiểm thử',
      issuer: 'Ban Chấp hành Trung ương',
      number: '98-KL/TW',
      issued_on: '2031-03-05',
      valid_from: '2031-03-05',
    },
  ],
  [
    'vi',
    province,
    {
      title: 'Quyết định Về việc mở cửa phòng đọc',
      issuer: 'SỞ SÁCH GIẢ ĐỊNH VÀ TRANH GIẢ ĐỊNH',
      number: '7/QÐ-SSGĐ',
      kind: 'law',
    },
  ],
  [
    'en',
    english,
    {
      title: 'LAW ON INVENTED LIBRARIES',
      issuer: 'THE INVENTED ASSEMBLY',
      number: '12/2031/QH19',
      kind: 'law',
      issued_on: '2031-06-15',
      valid_from: '2032-01-01',
    },
  ],
] as const;

test.each(cases)('%s head %#', (language, text, expected) => {
  const proposals = proposeMetadata(text, language);
  expect(Object.fromEntries(proposals.map(({ field, value }) => [field, value]))).toEqual(expected);
});

test.each(cases.slice(0, 3))(
  '%s head with each line a paragraph, as DOCX gives it %#',
  (language, text, expected) => {
    const proposals = proposeMetadata(paragraphs(text), language);
    expect(Object.fromEntries(proposals.map(({ field, value }) => [field, value]))).toEqual(
      expected,
    );
  },
);

test.each([
  ['BỘ GIÁO DỤC\n\nVÀ ĐÀO TẠO', 'Bộ Giáo dục và Đào tạo'],
  ['ỦY BAN NHÂN DÂN\n\nTỈNH GIẢ ĐỊNH', 'ỦY BAN NHÂN DÂN TỈNH GIẢ ĐỊNH'],
  ['BỘ GIẢ ĐỊNH\n\nVỤ SÁCH GIẢ ĐỊNH', 'VỤ SÁCH GIẢ ĐỊNH'],
  ['BAN CHẤP HÀNH\n\nTRUNG ƯƠNG', 'Ban Chấp hành Trung ương'],
])('the issuer in %j', (lines, issuer) => {
  const text = `${lines}\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nQUYẾT ĐỊNH`;
  expect(proposeMetadata(text, 'vi')).toContainEqual(
    expect.objectContaining({ field: 'issuer', value: issuer }),
  );
});

test('every proposal quotes its place in code points', () => {
  const text = `📚 ${decree}`;
  const proposals = proposeMetadata(text, 'vi');
  expect(proposals.length).toBeGreaterThan(4);
  for (const { start, end, quote } of proposals)
    expect(sliceCodePoints(text, start, end)).toBe(quote);
  expect(proposals.find(({ field }) => field === 'issued_on')?.quote).toBe(
    'Hà Nội, ngày 15 tháng 6 năm 2031',
  );
});

test.each([
  ['Thư viện giả định mở cửa từ ngày 15 tháng 6 năm 2031 và cho mượn sách.', 'vi'],
  ['Điều 5. Luật khác có hiệu lực từ ngày 01 tháng 01 năm 2031.', 'vi'],
  ['Khoản 2 Điều 3 của Luật này có hiệu lực từ ngày 01 tháng 01 năm 2031.', 'vi'],
  ['Luật này có hiệu lực từ ngày 31 tháng 02 năm 2031.', 'vi'],
  ['Căn cứ Nghị quyết số 12/2031/NQ-CP ngày 3 tháng 2 năm 2031 của Chính phủ;', 'vi'],
  ['The library is open from June 15, 2031 on.', 'en'],
  [decree, 'fr'],
  ['', 'vi'],
])('%j proposes nothing', (text, language) => {
  expect(proposeMetadata(text, language)).toEqual([]);
});

test.each([
  '1. '.repeat(200_000),
  ' '.repeat(100_000),
  'Luật này '.repeat(50_000),
  '\n'.repeat(100_000),
  'A | '.repeat(50_000),
])('a hostile text takes no long time %#', (text) => {
  const begin = performance.now();
  expect(proposeMetadata(`${text}x`, 'vi')).toEqual([]);
  expect(performance.now() - begin).toBeLessThan(2000);
});

test('national headings are known', () => {
  expect(isNationalHeading('Cộng hoà xã hội chủ nghĩa Việt Nam')).toBe(true);
  expect(isNationalHeading('ĐẢNG CỘNG SẢN VIỆT NAM')).toBe(true);
  expect(isNationalHeading('Thư viện giả định')).toBe(false);
});
