import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from './fold.ts';
import { restoreDiacritics } from './restore-diacritics.ts';
import { lacksDiacritics, markedShare } from './restore-diacritics-need.ts';
import { countsFromRows } from './syllable-counts.ts';
import { emptyTally, tallyRows, tallySyllables } from './syllable-tally.ts';

function countsOf(...texts: string[]) {
  const tally = emptyTally();
  for (const text of texts) tallySyllables(tally, text);
  return countsFromRows(tallyRows(tally));
}

const general = countsOf(
  'Nước Việt Nam ở bên bờ biển. Tiếng Việt có sáu thanh điệu. Việt Nam có nhiều đảo.',
  'Năm nay trời mưa nhiều. Năm người đi chợ. Cô ấy nói tiếng Việt rất hay.',
  'Chúng tôi là bạn. Tối nay ở nhà. Tôi đang học. Ai cũng biết trí tuệ của loài ong. Giá năm 2020 tăng.',
);
const layers = [general];

test.each([
  ['tieng viet', 'tiếng việt'],
  ['tieng việt', 'tiếng việt'],
  ['tiêng Việt', 'tiếng Việt'],
  ['Viet Nam', 'Việt Nam'],
  ['VIET NAM CO NHIEU DAO', 'VIỆT NAM CÓ NHIỀU ĐẢO'],
  ['nam nay troi mua nhieu', 'năm nay trời mưa nhiều'],
  ['Nuoc Viet Nam, o ben bo bien!', 'Nước Việt Nam, ở bên bờ biển!'],
  ['toi dang hoc', 'tôi đang học'],
  ['toi nay o nha', 'tối nay ở nhà'],
])('%j becomes %j', (typed, meant) => {
  expect(restoreDiacritics(typed, layers).text).toBe(meant);
});

test('changed counts the syllables that got diacritics', () => {
  expect(restoreDiacritics('Viet Nam co nhieu dao', layers).changed).toBe(4);
});

test.each([
  'Cô ấy nói tiếng Việt rất hay.',
  'https://example.com/viet-nam',
  'nam@example.com',
  '#tieng @viet',
  'the nice house',
  '57-KL/TW',
  '',
  '😀 !!! 123',
])('%j stays', (text) => {
  expect(restoreDiacritics(text, layers)).toEqual({ text, changed: 0 });
});

test('acronyms and English words stay in a sentence that is restored', () => {
  expect(restoreDiacritics('toi hoc AI o nha', layers).text).toContain(' AI ');
  expect(restoreDiacritics('tieng viet cua the Netherlands', layers).text).toBe(
    'tiếng việt của the Netherlands',
  );
});

test('more specific counts decide against general ones', () => {
  const corpus = countsOf('Viết nắm. Viết nắm. Viết nắm. Viết nắm. Viết nắm. Viết nắm.');
  expect(restoreDiacritics('viet nam', layers).text).toBe('việt nam');
  expect(restoreDiacritics('viet nam', [general, corpus]).text).toBe('viết nắm');
});

test('without counts nothing changes', () => {
  expect(restoreDiacritics('tieng viet', [])).toEqual({ text: 'tieng viet', changed: 0 });
});

test('two placements of a tone count as one syllable', () => {
  const counts = countsOf('hoà bình. hòa bình. hóa học. hóa học.');
  expect(restoreDiacritics('hoa binh', [counts]).text).toBe('hòa bình');
});

test('only marks are added: the folded text and its length stay', () => {
  const word = fc.constantFrom(
    'viet',
    'Nam',
    'TIENG',
    'nuoc',
    'đảo',
    'ong',
    'AI',
    'x1',
    ',',
    'the',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), (words) => {
      const text = words.join(' ');
      const restored = restoreDiacritics(text, layers).text;
      expect(fold(restored)).toBe(fold(text));
      expect(restored).toHaveLength(text.length);
    }),
  );
});

test('60,000 syllables are restored in seconds: nothing looks back over the whole text', () => {
  expect(restoreDiacritics('nuoc viet nam '.repeat(20_000), layers).changed).toBe(40_000);
}, 10_000);

test('a bare syllable is judged by how many marks the rest of the text lacks', () => {
  const counts = countsOf('Là năm. Là năm. Là năm. Bạn là nam. Cô ấy là nữ. Cả hai đều vui.');
  const normal = 'Bạn là nam, cô ấy là nữ, cả hai đều vui.';
  expect(restoreDiacritics(normal, [counts]).changed).toBe(0);
  expect(restoreDiacritics('ban la nam', [counts]).text).toBe('bạn là năm');
});

test.each([
  ['Nuoc ta o ben bo bien va co nhieu dao lon', true],
  ['nước ta o ben bo bien va co nhieu dao', true],
  ['Nước ta ở bên bờ biển và có nhiều đảo lớn', false],
  ['Tiếng Việt của chúng ta có sáu thanh', false],
  ['He said that the house can be seen from the road', false],
  ['The price of rice has gone up again this year', false],
  ['南海', false],
  ['viet', false],
  ['', false],
  ['https://example.com 123', false],
])('%j lacks diacritics: %j', (text, lacks) => {
  expect(lacksDiacritics(text)).toBe(lacks);
});

test('the share of marked syllables is null for other languages', () => {
  expect(markedShare('The price of rice has gone up again')).toBeNull();
  expect(markedShare('nước ta o ben bo bien')).toBeCloseTo(1 / 6);
});
