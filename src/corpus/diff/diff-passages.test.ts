import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { diffPassages, type DiffPassage } from './diff-passages.ts';

/** Lines "heading | text" as the passages of a version. */
function passages(lines: readonly string[], firstId = 1): DiffPassage[] {
  let start = 0;
  return lines.map((line, ordinal) => {
    const [heading = '', text = ''] = line.includes(' | ') ? line.split(' | ') : ['', line];
    const end = start + Array.from(text).length;
    const headingPath = heading === '' ? [] : [heading];
    const passage = { id: firstId + ordinal, ordinal, start, end, text, headingPath };
    start = end + 1;
    return passage;
  });
}

function shown(before: readonly string[], after: readonly string[]): string[] {
  return diffPassages(passages(before), passages(after, 1001)).map(
    ({ kind, before: old, after: now }) => `${kind} ${old?.ordinal ?? '-'} ${now?.ordinal ?? '-'}`,
  );
}

const A = 'Thư viện giả định mở cửa từ thứ hai đến thứ sáu hằng tuần.';
const B = 'Bạn đọc được mượn tối đa năm cuốn sách trong ba mươi ngày.';
const C = 'Người làm mất sách phải đền theo giá bìa của cuốn sách đó.';
const D = 'Trẻ em dưới mười tuổi vào phòng đọc cùng người lớn.';
const B2 = 'Bạn đọc được mượn tối đa bảy cuốn sách trong ba mươi ngày.';
const RULE = 'Điều này bị bãi bỏ.';

describe('diffPassages', () => {
  it.each<[string, string[], string[], string[]]>([
    ['nothing', [], [], []],
    ['all the same', [A, B], [A, B], ['unchanged 0 0', 'unchanged 1 1']],
    ['all new', [], [A, B], ['added - 0', 'added - 1']],
    ['all gone', [A, B], [], ['removed 0 -', 'removed 1 -']],
    ['one reworded', [A, B, C], [A, B2, C], ['unchanged 0 0', 'reworded 1 1', 'unchanged 2 2']],
    [
      'removed stands behind what it stood behind',
      [A, B, C],
      [A, D, C],
      ['unchanged 0 0', 'removed 1 -', 'added - 1', 'unchanged 2 2'],
    ],
    [
      'the first goes to the end',
      [A, B, C],
      [B, C, A],
      ['unchanged 1 0', 'unchanged 2 1', 'moved 0 2'],
    ],
    [
      'reworded and moved is reworded',
      [B, A, C],
      [A, C, B2],
      ['unchanged 1 0', 'unchanged 2 1', 'reworded 0 2'],
    ],
    [
      'a repeated line stays with its neighbours',
      [A, RULE, B, C, RULE],
      [A, B, C, RULE],
      ['unchanged 0 0', 'removed 1 -', 'unchanged 2 1', 'unchanged 3 2', 'unchanged 4 3'],
    ],
    [
      'a repeated line follows its heading',
      [`Điều 1 | ${RULE}`, `Điều 2 | ${RULE}`],
      [`Điều 2 | ${RULE}`],
      ['unchanged 0 0', 'removed 1 -'],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(shown(before, after)).toEqual(expected);
  });

  it('pairs a weaker overlap only under the same headings', () => {
    const old = 'Phí làm thẻ của người lớn là hai mươi nghìn đồng mỗi năm.';
    const now = 'Phí làm thẻ mỗi năm của người lớn do giám đốc thư viện quy định.';
    expect(shown([`Điều 4 | ${old}`], [`Điều 4 | ${now}`])).toEqual(['reworded 0 0']);
    expect(shown([`Điều 4 | ${old}`], [`Điều 9 | ${now}`])).toEqual(['removed 0 -', 'added - 0']);
  });

  it('says of white space alone that nothing changed, but not that the text is the same', () => {
    const [spaced] = diffPassages(passages(['Một  hai\nba.']), passages(['Một hai ba.'], 9));
    expect(spaced).toMatchObject({ kind: 'unchanged', sameText: false });
    const [exact] = diffPassages(passages(['Một hai.']), passages(['Một hai.'], 9));
    expect(exact).toMatchObject({ kind: 'unchanged', sameText: true });
  });

  it('pairs reworded Chinese, which has no spaces', () => {
    expect(shown(['虚构的图书馆每天八点开门。'], ['虚构的图书馆每天九点开门。'])).toEqual([
      'reworded 0 0',
    ]);
  });

  it('covers each passage once, keeps the order of the new text, and tells the truth', () => {
    const line = fc.constantFrom(A, B, B2, C, D, RULE, 'Hai  từ.', 'Hai từ.', '', '😀 một hai ba');
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 30 }),
        fc.array(line, { maxLength: 30 }),
        (before, after) => {
          const [left, right] = [passages(before), passages(after, 1001)];
          const changes = diffPassages(left, right);
          const olds = changes.flatMap((change) => change.before?.ordinal ?? []);
          expect(olds.toSorted((a, b) => a - b)).toEqual(left.map(({ ordinal }) => ordinal));
          expect(changes.flatMap((change) => change.after?.ordinal ?? [])).toEqual(
            right.map(({ ordinal }) => ordinal),
          );
          const fold = (text: string | undefined): string => (text ?? '').replace(/\s+/g, ' ');
          const rising: number[] = [];
          for (const { kind, before: old, after: now, sameText } of changes) {
            expect(old === null).toBe(kind === 'added');
            expect(now === null).toBe(kind === 'removed');
            if (kind === 'unchanged') rising.push(old?.ordinal ?? -1);
            if (kind === 'unchanged' || kind === 'moved')
              expect(fold(old?.text)).toBe(fold(now?.text));
            expect(sameText).toBe(old !== null && old.text === now?.text);
          }
          expect(rising).toEqual(rising.toSorted((a, b) => a - b));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('takes 10,000 reworded passages, and as many of one text, in little time', () => {
    const words = Array.from({ length: 4000 }, (_, index) => `tu${(index * 7919) % 4001}`);
    const text = (at: number, changed: string): string =>
      Array.from({ length: 100 }, (_, index) =>
        index % 9 === 4 ? changed : words[(at * 131 + index * (1 + (at % 7))) % 4000],
      ).join(' ');
    const list = (changed: string): string[] =>
      Array.from({ length: 10_000 }, (_, at) => text(at, `${changed}${at}`));
    const [left, right] = [passages(list('cu')), passages(list('moi'), 20_001)];
    const repeated = (count: number): DiffPassage[] =>
      passages(Array.from({ length: count }, () => RULE));
    const [many, fewer] = [repeated(10_000), repeated(9000)];
    const started = performance.now();
    const reworded = diffPassages(left, right);
    const same = diffPassages(many, fewer);
    // Several times what it takes, so that a busy machine does not fail it; by squares it takes minutes.
    expect(performance.now() - started).toBeLessThan(15_000);
    expect(reworded.filter(({ kind }) => kind === 'reworded').length).toBeGreaterThan(9900);
    expect(same.filter(({ kind }) => kind === 'unchanged')).toHaveLength(9000);
  }, 30_000);
});
