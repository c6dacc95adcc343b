import { expect, test } from 'vitest';
import { mulberry32 } from '#evaluations/index.ts';
import { otherTonePlacement, withoutDiacritics } from './diacritics.ts';
import { noiseNames, noisy, parseNoise } from './noises.ts';
import { teencode } from './teencode.ts';
import { swappedLetters, telexKeys } from './typing.ts';

const sentence = 'Thư viện không thu phí với những người được mượn sách ở Hoà Bình.';
/** Always the first choice, always below a share. */
const zero = (): number => 0;

test.each([
  ['Đường Việt Nam', 'Duong Viet Nam'],
  ['ĐẶNG ỹ ữ ổ', 'DANG y u o'],
  ['plain text', 'plain text'],
])('diacritics go: %s', (text, bare) => {
  expect(withoutDiacritics(text)).toBe(bare);
});

test.each([
  ['hoà', 'hòa'],
  ['hòa', 'hoà'],
  ['khoẻ', 'khỏe'],
  ['thúy', 'thuý'],
  ['HOÀ', 'HÒA'],
  ['quý', 'quý'],
  ['toán', 'toán'],
  ['việt', 'việt'],
  ['mía', 'mía'],
])('the tone mark moves between its two places: %s → %s', (word, moved) => {
  expect(otherTonePlacement(word)).toBe(moved);
});

test.each([
  ['việt', 'vieejt'],
  ['đường', 'dduwowfng'],
  ['Ăn', 'Awn'],
  ['năm', 'nawm'],
  ['sea', 'sea'],
])('a word as its Telex keys: %s', (word, keys) => {
  expect(telexKeys(word)).toBe(keys);
});

test('words are shortened whole, the longest phrase first', () => {
  expect(teencode('Không biết như thế nào với anh', zero)).toBe('ko bít ntn vs a');
  expect(teencode('anhs khôngg', zero)).toBe('anhs khôngg');
});

test('swapping keeps every letter, and the ends in place', () => {
  expect(swappedLetters('sách thư', zero)).toBe('scáh thư');
});

test('a copy depends on the text alone', () => {
  for (const name of noiseNames) {
    const copy = noisy(name, sentence);
    expect(noisy(name, sentence)).toBe(copy);
    if (name !== 'half_diacritics') expect(copy).not.toBe(sentence);
  }
});

test('each noise does what its name says', () => {
  expect(noisy('upper', 'đúng')).toBe('ĐÚNG');
  expect(noisy('nfd', 'đúng')).toBe('đúng'.normalize('NFD'));
  expect(noisy('short', sentence)).toBe('Thư viện không thu phí với những người');
  expect(noisy('decorated', sentence)).toContain(sentence);
  expect(noisy('decorated', sentence)).toMatch(/#\p{L}+$/u);
  expect(noisy('half_diacritics', sentence.repeat(3))).not.toBe(
    withoutDiacritics(sentence.repeat(3)),
  );
  expect(noisy('stretched', 'quá '.repeat(30))).toMatch(/á{3}/u);
});

test('generated numbers stay as they were', () => {
  expect([...Array(3)].map(mulberry32(1))).toEqual([
    0.6270739405881613, 0.002735721180215478, 0.5274470399599522,
  ]);
});

test('an unknown slice is refused with the ones there are', () => {
  expect(() => parseNoise('loud')).toThrow(expect.objectContaining({ field: 'slices' }));
});
