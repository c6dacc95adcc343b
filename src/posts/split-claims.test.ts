import { expect, test } from 'vitest';

import { sliceCodePoints } from '#language/code-points.ts';

import { splitClaims } from './split-claims.ts';

test.each([
  ['Luật cấm việc này. Phạt 5 triệu đồng.', ['Luật cấm việc này.', 'Phạt 5 triệu đồng.']],
  ['- mục một\n• mục hai\n1) mục ba\n2. mục bốn', ['mục một', 'mục hai', 'mục ba', 'mục bốn']],
  ['🔥🔥 Tin nóng: xăng tăng giá', ['Tin nóng: xăng tăng giá']],
  ['Xăng tăng giá.\nhttps://a.vn/b\n#tin #nong\n[tài khoản]\n😀', ['Xăng tăng giá.']],
  ['Prices rose. — [tài khoản] January 6, 2020', ['Prices rose.']],
  ['Xăng tăng giá.\nNguồn: FB [tài khoản]', ['Xăng tăng giá.']],
  ['[tài khoản] nói xăng tăng giá', ['[tài khoản] nói xăng tăng giá']],
  ['😀 中国有自由。没有。', ['中国有自由。', '没有。']],
  ['', []],
])('%j', (text, expected) => {
  const claims = splitClaims(text);
  expect(claims.map((claim) => claim.text)).toEqual(expected);
  for (const claim of claims)
    expect(sliceCodePoints(text, claim.start, claim.end)).toBe(claim.text);
});
