import { expect, test } from 'vitest';
import { sampleSource } from '../sample-source.ts';
import { speaksOfOther } from './other-document.ts';
import { rankQuotes } from './rank-quotes.ts';

const claim = 'Nghị định số 990/2099/NĐ-CP được ban hành năm 2018.';
const own = 'Nghị định số 990/2099/NĐ-CP được ban hành ngày 5 tháng 1 năm 2022.';
const other = 'Nghị định số 991/2099/NĐ-CP được ban hành ngày 3 tháng 3 năm 2022.';

test.each([
  [claim, own, false],
  [claim, other, true],
  [claim, `${other} Nó có trước Nghị định số 990/2099/NĐ-CP.`, true],
  [claim, 'Nghị định số 990/2099/NĐ-CP có trước Nghị định số 991/2099/NĐ-CP.', false],
  [claim, 'Quy chế có 5 điều.', false],
  ['Quy chế được ban hành năm 2018.', other, false],
  ['Được mượn tối đa 3 cuốn sách.', 'Được mượn tối đa 5 cuốn sách.', false],
  [claim, 'Được mượn tối đa 5 cuốn sách.', false],
])('%s and %s: %s', (about, quote, expected) => {
  expect(speaksOfOther(about)(quote)).toBe(expected);
});

test('a date of another document is no reason, however much is alike', () => {
  const ranked = rankQuotes(claim, [sampleSource(other), sampleSource(own, { passageId: 'p2' })]);
  expect(ranked.map(({ citation, answers }) => [citation.quote, answers])).toEqual([
    [own, true],
    [other, false],
  ]);
});
