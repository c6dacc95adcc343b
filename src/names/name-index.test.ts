import { expect, test } from 'vitest';
import {
  indexNames,
  isShortAbbreviation,
  namesIn,
  nameLookupTerms,
  textLookupTerms,
} from './name-index.ts';
import type { NameGroup } from './name-group.ts';
import { nameKey } from './name-tokens.ts';

function group(key: string, ...variants: string[]): NameGroup {
  return {
    key,
    kind: 'place',
    variants: variants.map((text) => ({ language: 'vi', text })),
  };
}

const index = indexNames([
  group('bien-dong', 'Biển Đông', 'South China Sea', '南海'),
  group('hoang-sa', 'Hoàng Sa', 'Paracel Islands', '西沙群岛', '西沙'),
  group('bo-ngoai-giao', 'Bộ Ngoại giao', 'BNG'),
  group('viet-nam', 'Việt Nam', 'Vietnam', '越南'),
  group('bo-ngoai-giao-viet-nam', 'Bộ Ngoại giao Việt Nam'),
  group('lien-hop-quoc', 'Liên hợp quốc', 'UN', '联合国'),
  group('quoc-hoi', 'Quốc hội', 'QH'),
  group('asean', 'ASEAN'),
  group('hcm', 'TP HCM'),
  group('hoa-binh', 'Hòa Bình'),
]);

test.each([
  ['Tàu ở Biển Đông hôm nay', ['Biển Đông:bien-dong']],
  ['tau o bien dong hom nay', ['bien dong:bien-dong']],
  ['BIỂN ĐÔNG VÀ QUỐC HỘI', ['BIỂN ĐÔNG:bien-dong', 'QUỐC HỘI:quoc-hoi']],
  ['Biển dong, bien Đông', ['Biển dong:bien-dong', 'bien Đông:bien-dong']],
  ['giá vàng biến động mạnh', []],
  ['biên Đông và biển động', []],
  ['in the South China Sea.', ['South China Sea:bien-dong']],
  ['the South China-Sea', ['South China-Sea:bien-dong']],
  ['South China, Sea', []],
  [
    'southchinasea hoangsa HoangSa',
    ['southchinasea:bien-dong', 'hoangsa:hoang-sa', 'HoangSa:hoang-sa'],
  ],
  ['中国在南海和西沙群岛的活动', ['南海:bien-dong', '西沙群岛:hoang-sa']],
  ['西沙问题', ['西沙:hoang-sa']],
  ['西 沙', []],
  ['越南与ASEAN', ['越南:viet-nam', 'ASEAN:asean']],
  [
    'Bộ Ngoại giao Việt Nam và BNG',
    ['Bộ Ngoại giao Việt Nam:bo-ngoai-giao-viet-nam', 'BNG:bo-ngoai-giao'],
  ],
  ['Government of Viet Nam', ['Viet Nam:viet-nam']],
  ['TP. HCM, TP HCM, TPHCM', ['TP. HCM:hcm', 'TP HCM:hcm', 'TPHCM:hcm']],
  ['thôn Việtnam', ['Việtnam:viet-nam']],
  ['Viet-Nam, Vietnam, Việt  Nam', ['Viet-Nam:viet-nam', 'Vietnam:viet-nam', 'Việt  Nam:viet-nam']],
  ['the UN met; un peu; Un', ['UN:lien-hop-quoc']],
  ['QH họp, qh hop', ['QH:quoc-hoi']],
  ['ASEAN and asean', ['ASEAN:asean', 'asean:asean']],
  ['CÁC BẠN UN THÊM DẦU', []],
  ['Hoà Bình và hòa bình', ['Hoà Bình:hoa-binh', 'hòa bình:hoa-binh']],
  ['hoá bình', []],
  ['thôn Biển Đôngs', []],
  ['😀 南海', ['南海:bien-dong']],
  ['', []],
])('%s', (text, expected) => {
  const points = Array.from(text);
  const found = namesIn(index, text).map(
    ({ start, end, group }) => `${points.slice(start, end).join('')}:${group.key}`,
  );
  expect(found).toEqual(expected);
});

test('every text with a name shares a lookup term with it', () => {
  const variants = ['Biển Đông', '南海', 'UN', 'Vietnam'].map((text) => ({ text }));
  const terms = new Set(nameLookupTerms(variants));
  expect([...terms].toSorted()).toEqual(['biend', 'un', 'vietn', '南海']);
  for (const text of ['o BIEN DONG', 'bienDong', '在南海', 'the UN', 'Viet Nam']) {
    expect(textLookupTerms(text).some((term) => terms.has(term))).toBe(true);
  }
  expect(textLookupTerms('biến. động')).toContain('biend');
  expect(textLookupTerms('biến, động')).not.toContain('biend');
});

test.each([
  ['UN', true],
  ['QH', true],
  ['G20', true],
  ['ĐSQ', true],
  ['Uns', false],
  ['MOET', true],
  ['ASEAN', false],
  ['南海', false],
])('%s is found only in capitals: %s', (variant, expected) => {
  expect(isShortAbbreviation(variant)).toBe(expected);
});

test.each([
  ['Hà Nội', 'hanoi'],
  ['Hanoi', 'hanoi'],
  ['ha-noi', 'hanoi'],
  ['西沙 群岛', '西沙群岛'],
])('%s has the key %s', (text, key) => {
  expect(nameKey(text)).toBe(key);
});

test('1,000 texts of 60 words take less than a few seconds', () => {
  const text = 'Mọi người ở Biển Đông đều có quyền tự do ngôn luận và '.repeat(5);
  const started = performance.now();
  let found = 0;
  for (let count = 0; count < 1_000; count += 1) found += namesIn(index, text).length;
  expect(found).toBe(5_000);
  expect(performance.now() - started).toBeLessThan(4000);
});
