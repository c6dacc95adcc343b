import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { alignPassages } from './align-passages.ts';
import type { AlignablePassage } from './likeness.ts';

/** "Điều 5 > Khoản 1 | text @2": headings, text, and the direction its vector points in. */
function passages(lines: readonly string[]): AlignablePassage[] {
  return lines.map((line, index) => {
    const [headings = '', rest = ''] = line.split(' | ');
    const [text = '', direction] = rest.split(' @');
    const vector =
      direction === undefined
        ? null
        : Float32Array.from({ length: 8 }, (_, axis) => (axis === Number(direction) ? 1 : 0));
    return {
      id: index + 1,
      text,
      headingPath: headings.trim() === '' ? [] : headings.trim().split(' > '),
      vector,
    };
  });
}

function pairs(left: readonly string[], right: readonly string[]): string[] {
  return alignPassages(passages(left), passages(right)).map((pair) => `${pair.left}-${pair.right}`);
}

const LONG = 'một hai ba bốn năm sáu bảy tám chín mười '.repeat(3);

describe('alignPassages', () => {
  it.each<[string, string[], string[], string[]]>([
    ['nothing', [], [' | one'], []],
    [
      'articles by their numbers, in three scripts',
      ['Chương I > Điều 1 | một', 'Chương I > Điều 2 | hai', 'Chương I > Điều 12 | ba'],
      ['第一章 > 第一条 | 一', '第一章 > 第二条 | 二', '第一章 > 第十二条 | 三'],
      ['1-1', '2-2', '3-3'],
    ],
    [
      'an article that one text lacks',
      ['Điều 1 | một hai', 'Điều 2 | ba bốn', 'Điều 3 | năm sáu'],
      ['Article 1 | one two', 'Article 3 | five six'],
      ['1-1', '3-2'],
    ],
    [
      'numbers that start anew in each chapter',
      ['Chương I > Điều 1 | một', 'Chương II > Điều 1 | hai'],
      ['Chapter 1 > Article 1 | one', 'Chapter 2 > Article 1 | two'],
      ['1-1', '2-2'],
    ],
    [
      'clauses within an article',
      ['Điều 4 > Khoản 1 | một hai', 'Điều 4 > Khoản 2 | ba bốn', 'Điều 4 > Khoản 3 | năm sáu'],
      ['Article 4 > Paragraph 1 | one two', 'Article 4 > Paragraph 3 | five six'],
      ['1-1', '3-2'],
    ],
    [
      'without headings by what the vectors mean',
      [' | một hai @0', ' | ba bốn @1', ' | năm sáu @2'],
      [' | one two @0', ' | five six @2'],
      ['1-1', '3-2'],
    ],
    [
      'without headings and vectors by values',
      [' | có 12 người', ' | có 345 người', ' | ngày 2/9/1945'],
      [' | 345 persons', ' | on 2 September 1945'],
      ['2-1', '3-2'],
    ],
    [
      'one passage that is two in the other text',
      [`Điều 1 | ${LONG}${LONG}`, `Điều 2 | ${LONG}`],
      [`Article 1 | ${LONG}`, `Article 1 | ${LONG}`, `Article 2 | ${LONG}`],
      ['1-1', '1-2', '2-3'],
    ],
    ['nothing in common', [' | một hai @0'], [' | one two @1'], []],
  ])('%s', (_, left, right, expected) => {
    expect(pairs(left, right)).toEqual(expected);
  });

  it('never crosses, never repeats a pair, and scores from 0 to 1', () => {
    const line = fc
      .tuple(
        fc.constantFrom('', 'Điều 1', 'Điều 2', 'Article 2', 'Điều 3 > Khoản 1', '第三条'),
        fc.constantFrom('một', 'hai 5 ba', 'x'.repeat(200), '1945', '😀'),
        fc.constantFrom('', ' @0', ' @1', ' @2'),
      )
      .map(([heading, text, vector]) => `${heading} | ${text}${vector}`);
    const lines = fc.array(line, { maxLength: 12 });
    fc.assert(
      fc.property(lines, lines, (left, right) => {
        const found = alignPassages(passages(left), passages(right));
        for (const [index, pair] of found.entries()) {
          const last = found[index - 1];
          expect(pair.score).toBeGreaterThanOrEqual(0);
          expect(pair.score).toBeLessThanOrEqual(1);
          if (last === undefined) continue;
          expect(pair.left).toBeGreaterThanOrEqual(last.left);
          if (pair.left === last.left) expect(pair.right).toBeGreaterThan(last.right);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('aligns long texts without headings near the line between their ends', () => {
    const text = (index: number): string => `đoạn ${index} ${'chữ '.repeat(10 + (index % 7))}`;
    const left = passages(Array.from({ length: 600 }, (_, index) => ` | ${text(index)}`));
    const right = left.filter(({ id }) => id % 50 !== 0);
    const found = alignPassages(left, right);
    expect(found.filter((pair) => pair.left === pair.right).length).toBeGreaterThan(580);
  });
});
