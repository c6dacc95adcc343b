import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { maskIdentity } from './mask-identity.ts';

const HANDLE = '[tài khoản]';
const PROFILE = '[liên kết hồ sơ]';
const PHONE = '[số điện thoại]';
const EMAIL = '[thư điện tử]';

describe('maskIdentity masks', () => {
  test.each([
    ['@nguyenvana nói thế', `${HANDLE} nói thế`],
    ['xem ＠ten.cua_toi nhé', `xem ${HANDLE} nhé`],
    ['hỏi @\u200bten_toi xem', `hỏi ${HANDLE} xem`],
    ['hỏi @t\u200bent\u2060oi xem', `hỏi ${HANDLE} xem`],
    ['@ai_do@mang.xa.hoi viết', `${HANDLE} viết`],
    ['@Nguyễn Văn A ơi, xem này', `${HANDLE} ơi, xem này`],
    ['xin chào@nguyenvana.', `xin chào${HANDLE}.`],
    ['https://www.facebook.com/ten.cua.toi.', `${PROFILE}.`],
    ['fb.com/tentoi và m.facebook.com/profile.php?id=1000123', `${PROFILE} và ${PROFILE}`],
    ['(https://t.me/kenh_x)', `(${PROFILE})`],
    ['zalo.me/0912345678', PROFILE],
    ['https://www.tiktok.com/@ten/video/7123', PROFILE],
    ['x.com/ten/status/17 twitter.com/ten', `${PROFILE} ${PROFILE}`],
    ['youtube.com/@kenh, https://youtube.com/channel/UCab', `${PROFILE}, ${PROFILE}`],
    ['instagram.com/ten_ai threads.net/@ten', `${PROFILE} ${PROFILE}`],
    ['linkedin.com/in/ten-ai vk.com/id1 wa.me/84912345678', `${PROFILE} ${PROFILE} ${PROFILE}`],
    ['𝐟𝐚𝐜𝐞𝐛𝐨𝐨𝐤.com/ten', PROFILE],
    ['gọi 0912 345 678 ngay', `gọi ${PHONE} ngay`],
    ['0912.345.678, 0912-345-678', `${PHONE}, ${PHONE}`],
    ['+84 912 345 678 / 84912345678', `${PHONE} / ${PHONE}`],
    ['+84 (0) 912345678', PHONE],
    ['sđt0987654321', `sđt${PHONE}`],
    ['０９１２３４５６７８', PHONE],
    ['09\u200b12\u200b345678', PHONE],
    ['(024) 3825 1234', PHONE],
    ['024.3825.1234 hoặc 028 38251234', `${PHONE} hoặc ${PHONE}`],
    ['call +1 (202) 555-0143', `call ${PHONE}`],
    ['+65 9123 4567', PHONE],
    ['sđt: 1234 5678', `sđt: ${PHONE}`],
    ['ten.toi+x@gmail.com!', `${EMAIL}!`],
    ['ten (at) gmail (dot) com', EMAIL],
    ['ten[at]mail.example[dot]vn', EMAIL],
    ['ten a còng gmail chấm com', EMAIL],
    ['ten at gmail dot com', EMAIL],
    ['ten @ gmail . com', EMAIL],
    ['ten@gmail', EMAIL],
  ])('%s', (input, expected) => {
    expect(maskIdentity(input).text).toBe(expected);
  });

  test.each([
    [
      'Prices doubled. — Some Name (@some_name) January 6, 2020',
      `Prices doubled. — ${HANDLE} January 6, 2020`,
    ],
    ['Giá tăng gấp đôi.\n- Tên Ai (@ten_ai)', `Giá tăng gấp đôi.\n- ${HANDLE}`],
    ['Tin nóng. Nguồn: FB Nguyễn Văn A', `Tin nóng. Nguồn: FB ${HANDLE}`],
    ['Tin nóng. Nguồn: fb hội cư dân x', `Tin nóng. Nguồn: fb ${HANDLE}`],
    ['Tin nóng (FB Trần Thị B).', `Tin nóng (FB ${HANDLE}).`],
    ['Theo FB Lê Văn C, có 300 người', `Theo FB ${HANDLE}, có 300 người`],
    ['Nguồn: FB Nguyễn Văn A cho biết có 300 người', `Nguồn: FB ${HANDLE} cho biết có 300 người`],
  ])('the attribution of %s', (input, expected) => {
    expect(maskIdentity(input).text).toBe(expected);
  });
});

describe('maskIdentity keeps', () => {
  test.each([
    'bán 5@ mỗi kg',
    'giá 5@kg thôi',
    'họp lúc @8h tối',
    'Kết luận 57-KL/TW ngày 15/6/2023',
    'Chỉ thị 12-CT/TW (5-1-2022), Đề án 01-ĐA/TW',
    'Nghị quyết 100/2015/QH13 có 1.000.000 người',
    'thu 2,5 triệu đồng, tức 84.912.345.678 đồng',
    'nợ 84 912 345 678 đồng',
    'giai đoạn 1945-1975 và 1954–1975',
    '08.09.2023 12 giờ',
    'tăng +12.000.000 lượt, +1.234.567.890',
    'dân số 100.352.192 người; 0.912345678 phần',
    'kết quả 03 45 67 89 10',
    'xổ số 123456 và mã 0123',
    '9/11, 24/7, 2020-2025, 1.5 tỷ USD',
    'https://baochinhphu.vn/bai-viet-0912345678.htm',
    'https://www.youtube.com/watch?v=abc123 và vnexpress.net/tin-4617283.html',
    'xem facebook.com hoặc twitter.com/search?q=abc',
    'netflix.com/title/1 và max.com/abc',
    'tổng đài 1900 1234 và 115',
    'They look at Yahoo news every day',
    'Nguồn: Bộ Y tế, Facebook có 3 tỷ người dùng',
    'C++ và F@ là ký hiệu',
    'ISBN 978-604-1-00000-0',
  ])('%s', (input) => {
    expect(maskIdentity(input)).toEqual({
      text: input,
      masked: { handle: 0, profile: 0, phone: 0, email: 0 },
    });
  });
});

test('maskIdentity counts by kind', () => {
  const { masked } = maskIdentity('@a_b @c_d fb.com/x 0912345678 a@b.vn');
  expect(masked).toEqual({ handle: 2, profile: 1, phone: 1, email: 1 });
});

test('maskIdentity is idempotent', () => {
  const pieces = fc.constantFrom(
    ...['@', 'a', 'Nguyễn Văn A', ' ', '.', '(', ')', '—', '-', '\n', '0912345678', '84', '+', '0'],
    ...['9', '\u200b', '😀', 'fb.com/', 'FB ', 'Nguồn: ', 'gmail', '.com', ' at ', '(@', '[', ']'],
    ...['x.com/', '/', 'https://', '５', 'số điện thoại', ':', ','],
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
      const once = maskIdentity(parts.join('')).text;
      const twice = maskIdentity(once);
      expect(twice.text).toBe(once);
      expect(Object.values(twice.masked)).toEqual([0, 0, 0, 0]);
    }),
    { numRuns: 3000 },
  );
});

test.each([
  ['a@'],
  ['1'],
  ['a'],
  ['.'],
  ['1 '],
  ['1.'],
  ['@'],
  ['a.'],
  ['fb.com/.'],
  ['— a (@'],
  ['(FB A'],
  ['Nguồn: FB a'],
  ['+1 ('],
  ['\u200b@'],
  ['a (at) '],
  ['-'],
  ['a@b.'],
  [' at gmail'],
])('maskIdentity takes linear time on 200 kB of %j', (piece) => {
  const started = performance.now();
  maskIdentity(piece.repeat(Math.ceil(200_000 / piece.length)));
  expect(performance.now() - started).toBeLessThan(1500);
});
