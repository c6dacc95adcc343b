import { describe, expect, test } from 'vitest';
import { readPassage } from './compared-passage.ts';
import { findContradictions } from './find-contradictions.ts';

const rule =
  'Mỗi bạn đọc của thư viện giả định được mượn tối đa 5 cuốn sách trong 30 ngày và không phải trả phí.';
const about = 'Mượn sách ở thư viện giả định';

function passage(text: string, headings: readonly string[] = [about], documentId = 'a') {
  return readPassage({ id: 1, documentId, language: 'vi', text, headings });
}

function kindsOf(left: string, right: string, headings?: readonly string[]): string[] {
  const found = findContradictions(passage(left), passage(right, headings, 'b'));
  return found.map(
    (conflict) => `${conflict.kind}: ${conflict.left.text} | ${conflict.right.text}`,
  );
}

describe('finds', () => {
  test.each([
    ['another number', rule.replace('5 cuốn', '3 cuốn'), ['number: 5 | 3']],
    ['another length of time', rule.replace('30 ngày', '15 ngày'), ['quantity: 30 | 15']],
    ['another unit', rule.replace('30 ngày', '30 tháng'), ['quantity: ngày | tháng']],
  ])('%s', (_name, other, expected) => {
    expect(kindsOf(rule, other)).toEqual(expected);
    expect(kindsOf(other, rule)).toHaveLength(expected.length);
  });

  test('a limit', () => {
    const [all, some] = [rule.replace('Mỗi', 'Tất cả'), rule.replace('Mỗi', 'Một số')];
    expect(kindsOf(all, some)).toEqual(['quantifier: Tất cả | Một số']);
  });

  test('a negation', () => {
    const [found] = kindsOf(rule, rule.replace('được mượn', 'không được mượn'));
    expect(found).toMatch(/^negation: .* \| không$/);
  });

  test('two values of one sentence', () => {
    const other = rule.replace('5 cuốn', '3 cuốn').replace('30 ngày', '15 ngày');
    expect(kindsOf(rule, other)).toEqual(['number: 5 | 3', 'quantity: 30 | 15']);
  });

  test('in a copy that stands under another heading', () => {
    const more =
      'Sách quý chỉ đọc tại chỗ, có thủ thư ngồi cùng trong phòng đọc của thư viện. Ai mượn sách ' +
      'thì ghi tên vào sổ theo dõi ở quầy.';
    const [left, right] = [`${rule} ${more}`, `${rule.replace('5', '3')} ${more}`];
    expect(kindsOf(left, right, ['Cẩm nang dành cho người mới'])).toEqual(['number: 5 | 3']);
  });
});

describe('finds nothing', () => {
  test.each([
    ['in the same sentence', rule],
    ['in one said in fewer words', rule.replace(' và không phải trả phí', '')],
    ['where something else has the number', rule.replace('5 cuốn sách', '3 đĩa nhạc')],
    ['in numbers of a list', `2. ${rule}`],
    ['in what is too short to tell its subject', 'Được mượn 3 cuốn.'],
    ['in a line without an end, which is a heading', rule.replace('5 cuốn', '3 cuốn').slice(0, -1)],
    ['in an empty text', ''],
  ])('%s', (_name, other) => {
    expect(kindsOf(rule, other)).toEqual([]);
    expect(kindsOf(other, rule)).toEqual([]);
  });

  test('where headings tell of different things', () => {
    const other = passage(rule.replace('5 cuốn', '3 cuốn'), ['Mượn sách cho trẻ nhỏ'], 'b');
    const adults = passage(rule, ['Mượn sách cho người lớn']);
    expect(findContradictions(adults, other)).toEqual([]);
  });

  test('in what a text says of its own document', () => {
    const own = (day: string): string =>
      `Nội quy này của thư viện giả định có hiệu lực thi hành kể từ ngày ${day} tháng 7 năm 2021.`;
    expect(kindsOf(own('01'), own('15'))).toEqual([]);
  });

  test('where a negation and a value together make another case', () => {
    const other = rule.replace('được mượn', 'không được mượn').replace('5 cuốn', '3 cuốn');
    expect(kindsOf(rule, other)).toEqual([]);
  });

  test('between two languages', () => {
    const other = readPassage({
      id: 2,
      documentId: 'b',
      language: 'en',
      text: rule.replace('5', '3'),
      headings: [about],
    });
    expect(findContradictions(passage(rule), other)).toEqual([]);
  });
});
