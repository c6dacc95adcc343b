import { expect, test } from 'vitest';
import { findMentions } from './find-mentions.ts';

const people = [
  { userId: 'lan', name: 'Lan' },
  { userId: 'lan-anh', name: 'Lan Anh' },
  { userId: 'vu', name: 'Vũ Đức Minh' },
  { userId: 'reader', name: 'reader-1' },
];

test.each([
  ['nhờ @Lan xem câu 2', ['@Lan']],
  ['nhờ @Lan Anh xem câu 2', ['@Lan Anh']],
  ['nhờ @lan anh, @VŨ ĐỨC MINH', ['@lan anh', '@VŨ ĐỨC MINH']],
  ['nhờ @[Lan] Anh xem', ['@[Lan]']],
  ['@[Vũ Đức Minh]: số khác', ['@[Vũ Đức Minh]']],
  ['@[Vũ Đức', []],
  ['@Lanh và @Lan_2', []],
  ['lan@Lan.example và @nguoi_la', []],
  ['(@reader-1) @reader-12', ['@reader-1']],
  ['@@Lan', ['@Lan']],
  ['@', []],
])('%s', (text, mentioned) => {
  const found = findMentions(text, people);
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(mentioned);
});

test('each mention names its person', () => {
  expect(findMentions('@Lan Anh và @Lan', people).map(({ userId }) => userId)).toEqual([
    'lan-anh',
    'lan',
  ]);
});
