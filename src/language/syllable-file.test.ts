import { expect, test } from 'vitest';
import { parseSyllableFile } from './syllable-file.ts';
import { countKeys, readWords } from './syllable-text.ts';
import { emptyTally, tallyRows, tallySyllables } from './syllable-tally.ts';

const counts = parseSyllableFile(
  ['syllable-counts 1', 'nam 30 bộ:4', 'năm 60 0:7 nay:2', 'việt 10 nam:5 .:1', ''].join('\n'),
);

test('forms of a folded syllable, their followers and share', () => {
  expect([...counts.forms('nam')]).toEqual([
    ['nam', 30],
    ['năm', 60],
  ]);
  expect([...counts.followers('năm')]).toEqual([
    ['0', 7],
    ['nay', 2],
  ]);
  expect(counts.followed('việt')).toBe(6);
  expect(counts.share('nam')).toBeCloseTo(0.9);
});

test('what the file does not name counts 0', () => {
  expect([...counts.forms('xyz'), ...counts.followers('xyz')]).toEqual([]);
  expect(counts.followed('xyz')).toBe(0);
  expect(counts.share('xyz')).toBe(0);
});

test('another header is refused', () => {
  expect(() => parseSyllableFile('syllable-counts 2\nnam 1\n')).toThrow('syllable-counts 1');
});

test.each([
  ['Việt Nam', ['việt', 'nam']],
  ['hoà THUÝ', ['hòa', 'thúy']],
  ['năm 2020, 57-KL/TW', ['năm', '0', '0']],
  ['covid19 don’t NATO', ['*', '*', '*']],
  ['xem https://example.com/a-b nam@example.com', ['xem', '*', '*']],
  ['南海 Москва', ['*', '*']],
  ['', []],
])('%j is read as %j', (text, symbols) => {
  expect(readWords(text).map((word) => word.symbol)).toEqual(symbols);
});

test('neighbours have only spaces between them', () => {
  expect(readWords('a b, c\nd  e').map((word) => word.linked)).toEqual([
    false,
    true,
    false,
    false,
    true,
  ]);
});

test('a tally counts breaks, and its keys are those a query asks for', () => {
  const tally = emptyTally();
  tallySyllables(tally, 'Việt Nam, năm 2020.');
  const rows = [...tallyRows(tally)];
  expect(rows).toContainEqual({ key: 'viet nam', first: 'việt', second: 'nam', count: 1 });
  expect(rows).toContainEqual({ key: 'nam .', first: 'nam', second: '.', count: 1 });
  expect(rows).toContainEqual({ key: '. nam', first: '.', second: 'năm', count: 1 });
  expect(rows).toContainEqual({ key: 'nam', first: 'năm', second: '', count: 1 });
  const asked = new Set(countKeys('viet nam, nam 2020.'));
  for (const { key } of rows) {
    if (key !== '0') expect(asked).toContain(key);
  }
});
