import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { searchTerms } from '#language/search-terms.ts';
import { checkNames, indexNames, parseNames } from '#names/index.ts';
import { expandNames } from './expand-names.ts';

const list = readFileSync(join(import.meta.dirname, '../../demo/names.yaml'), 'utf8');
const names = indexNames(checkNames(parseNames(list, 'names.yaml')).groups);

/** A query in one language, and a passage in another that says the name otherwise. */
const pairs = [
  ['Is the South China Sea a lake?', 'Biển Đông là một vùng biển.'],
  ['Is the South China Sea a lake?', '南海是一片海域。'],
  ['bien dong la cai ho', 'The South China Sea is a sea.'],
  ['Hoàng Sa ở đâu', 'The Paracel Islands lie at sea.'],
  ['#HoangSa ở đâu', '西沙群岛在海上。'],
  ['西沙在哪里', 'Quần đảo Hoàng Sa nằm trên biển.'],
  ['The Spratlys are mountains', 'Quần đảo Trường Sa nằm trên biển.'],
  ['MOFA đăng tin', 'Bộ Ngoại giao có một trang tin.'],
  ['BNG đăng tin', 'The Ministry of Foreign Affairs has a page.'],
  ['外交部有网页', 'Bộ Ngoại giao có một trang tin.'],
  ['The National Assembly sits in May', 'Kỳ họp của Quốc hội mở vào tháng Năm.'],
  ['QH họp tháng mấy', 'The National Assembly sits twice a year.'],
  ['LHQ có bao nhiêu nước', 'The United Nations has members.'],
  ['联合国有多少成员', 'Liên hợp quốc có nhiều thành viên.'],
  ['UDHR has 10 articles', 'Tuyên ngôn Quốc tế Nhân quyền gồm 30 điều.'],
  ['世界人权宣言有几条', 'Tuyên ngôn Quốc tế Nhân quyền gồm 30 điều.'],
  ['KL 57 nói gì', 'Kết luận số 57-KL/TW nói về một việc.'],
  ['57/KL-TW nói gì', 'Kết luận số 57-KL/TW nói về một việc.'],
  ['Conclusion No. 57', '57-KL/TW'],
  ['nd 100/2015 nói gì', 'Nghị định số 100/2015/NĐ-CP'],
] as const;

describe.each(pairs)('%s → %s', (query, passage) => {
  test('shares a term only through the other name', () => {
    const { extraTerms } = expandNames(names, query.replaceAll('#', ''));
    const held = new Set(searchTerms(passage));
    expect([...extraTerms.keys()].some((term) => held.has(term))).toBe(true);
    const asked = new Set(searchTerms(query));
    expect([...extraTerms.keys()].filter((term) => asked.has(term))).toEqual([]);
  });
});

test('a name twice counts once; numbers count fully; short abbreviations are not searched for', () => {
  const { found, extraTerms } = expandNames(names, 'LHQ, Liên hợp quốc và 57/KL-TW');
  expect(found.map(({ group, start, end }) => [group, start, end])).toEqual([
    ['lien-hop-quoc', 0, 3],
    ['lien-hop-quoc', 5, 18],
    ['57-kl/tw', 22, 30],
  ]);
  expect(extraTerms.get('nations')).toBe(0.5);
  expect(extraTerms.get('57-kl/tw')).toBe(1);
  expect(extraTerms.has('un')).toBe(false);
  expect(extraTerms.has('lien')).toBe(false);
});

test.each(['', '😀', 'giá vàng biến động mạnh', 'un peu de tout', 'xin chào'])(
  '%j names nothing',
  (query) => {
    const { found, extraTerms } = expandNames(names, query);
    expect(found).toEqual([]);
    expect(extraTerms.size).toBe(0);
  },
);
