import { expect, test } from 'vitest';
import { sayingTerms, wordingKey, wordingOf } from './claim-wording.ts';

const words = (text: string, marked = true) =>
  sayingTerms(wordingOf(text), marked).map(({ word, value }) => value?.text ?? word);

test.each([
  ['Nghe nói rằng thư viện đã đóng cửa đó.', ['thư', 'viện', 'đóng', 'cửa']],
  ['Mọi người ơi, tin nóng: cầu sập!', ['cầu', 'sập']],
  ['Cầu dài 14 km, chia sẻ ngay', ['cầu', 'dài', '14', 'km']],
  ['Đá ở sông', ['đá', 'sông']],
  ['Nghe nói', ['nghe', 'nói']],
  ['', []],
])('%s says %j', (text, expected) => {
  expect(words(text)).toEqual(expected);
});

test('without diacritics an empty word takes those that look like it along, on both sides', () => {
  expect(words('thu vien da dong cua', false)).toEqual(['thu', 'vien', 'dong']);
  expect(words('thư viện đóng cửa', false)).toEqual(['thư', 'viện', 'đóng']);
});

test.each([
  ['Thư viện thu 1.500 đồng từ năm 2023.', 'tu nam 2023 thu vien thu 1500 dong', true],
  ['Thư viện thu 1.500 đồng.', 'Thư viện thu 1.600 đồng.', false],
  ['Thư viện mở từ 2021.', 'Thư viện mở từ 2022.', false],
  // What stands in another order is told apart by `isSameClaim` alone.
  ['Đội Xanh thắng đội Đỏ.', 'Đội Đỏ thắng đội Xanh.', true],
])('%s | %s share a key: %s', async (left, right, expected) => {
  expect((await wordingKey(left)) === (await wordingKey(right))).toBe(expected);
});
