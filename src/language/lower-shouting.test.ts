import { expect, test } from 'vitest';

import { lowerShouting } from './lower-shouting.ts';

test.each([
  ['QUỐC HỘI KHÔNG HỀ NÓI NHƯ VẬY', 'quốc hội không hề nói như vậy'],
  ['NĂM 2024 GIÁ XĂNG TĂNG 50 %', 'năm 2024 giá xăng tăng 50 %'],
  ['Tin nóng: GIÁ XĂNG TĂNG MẠNH, theo báo', 'Tin nóng: giá xăng tăng mạnh, theo báo'],
])('%s → %s', (text, expected) => {
  expect(lowerShouting(text)).toBe(expected);
});

test.each([
  'UBND TP HCM họp',
  'NATO, EU và ASEAN',
  'RP, BPP, PP, BQP, MA và PH',
  'Điều 5 Luật A',
  '中国 QUỐC HỘI VIỆT 中国',
  '',
])('%j stays', (text) => {
  expect(lowerShouting(text)).toBe(text);
});
