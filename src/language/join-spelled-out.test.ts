import { expect, test } from 'vitest';

import { joinSpelledOut } from './join-spelled-out.ts';

test.each([
  ['H.ồ C.h.í M.i.n.h', 'Hồ Chí Minh'],
  ['đ.ảng c*ộng s_ản', 'đảng cộng sản'],
  ['Đ.Ả.N.G', 'ĐẢNG'],
  ['V i ệ t N a m', 'Việt Nam'],
  ['v i ệ t  n a m', 'việt nam'],
  ['b i ể n đ ô n g', 'biển đông'],
  ['V I Ệ T  N A M', 'VIỆT NAM'],
])('%s → %s', (text, expected) => {
  expect(joinSpelledOut(text)).toBe(expected);
  expect(joinSpelledOut(expected)).toBe(expected);
});

test.each([
  'N.V.A, v.v., e.g., i.e., U.S.A, a.m., Đ.T.Q',
  'Tp.HCM, TP.Huế, vnexpress.net',
  'hết rồi.anh về, đi.ông',
  'Hội đồng.Ông nói',
  'các điểm a b c d đ e',
  'a k e m, t k b m',
  'A B C D và 5*3',
])('%s stays', (text) => {
  expect(joinSpelledOut(text)).toBe(text);
});
