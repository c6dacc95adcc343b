import { describe, expect, test } from 'vitest';
import { sliceCodePoints } from '#language/code-points.ts';
import { findValueConflicts } from './value-conflicts.ts';

const issued = 'Kết luận số 57-KL/TW được ban hành ngày 15 tháng 6 năm 2023.';
const pillars = 'Công tác đối ngoại dựa trên ba trụ cột: đối ngoại Đảng, ngoại giao Nhà nước.';
const torture = 'Không ai bị tra tấn hay bị đối xử tàn bạo.';

describe('findValueConflicts', () => {
  test.each([
    ['Kết luận số 57-KL/TW được ban hành năm 2019.', issued, 'date', 'năm 2019'],
    ['Ket luan so 57-KL/TW duoc ban hanh nam 2019', issued, 'date', 'nam 2019'],
    ['Kết luận 57-KL/TW được ban hành ngày 15/7/2023.', issued, 'date', 'ngày 15/7/2023'],
    ['Công tác đối ngoại dựa trên bốn trụ cột.', pillars, 'number', 'bốn'],
    ['The declaration has only 25 articles.', 'The declaration has 30 articles.', 'number', '25'],
    ['Mọi người bị tra tấn hay bị đối xử tàn bạo.', torture, 'quantifier', 'Mọi'],
    [
      'Người lao động không được nghỉ hằng năm hưởng lương.',
      'Người lao động được nghỉ hằng năm hưởng lương.',
      'negation',
      'không',
    ],
    [
      'All members must pay the yearly fee.',
      'Some members must pay the yearly fee.',
      'quantifier',
      'All',
    ],
  ])('%s', (claim, passage, kind, text) => {
    const [conflict, ...more] = findValueConflicts(claim, passage);
    expect(more).toEqual([]);
    expect(conflict).toMatchObject({ kind, claim: { text } });
  });

  test.each([
    ['the same text', issued, issued],
    ['the same date less exactly', 'Kết luận số 57-KL/TW được ban hành năm 2023.', issued],
    ['the same number in digits', 'Công tác đối ngoại dựa trên 3 trụ cột.', pillars],
    ['another matter', 'Cầu vượt này được khánh thành năm 2019.', issued],
    ['another unit', 'Công tác đối ngoại dựa trên bốn nguyên tắc.', pillars],
    [
      'a figure the claim denies',
      'Kết luận số 57-KL/TW được ban hành năm 2023, không phải năm 2019.',
      issued,
    ],
    ['an opening no', 'Không, công tác đối ngoại dựa trên ba trụ cột.', pillars],
    [
      'the other notation',
      'Dự án này có 1,500 người tham gia.',
      'Dự án này có 1.500 người tham gia.',
    ],
    [
      'no one may against everyone may not',
      'Mọi người không được tra tấn.',
      'Không ai được tra tấn.',
    ],
    ['a denied date alone', 'Kết luận số 57-KL/TW không phải ban hành năm 2019.', issued],
    [
      'a figure about another matter in a long sentence',
      'Dự án đường sắt đô thị số hai của thành phố khởi công rồi ngừng lại khiến 900 người mất nhà.',
      'Dự án đường sắt đô thị số hai của thành phố khởi công rồi ngừng lại vì thiếu vốn kéo dài, và ban quản lý hiện thời có 300 người giúp việc.',
    ],
    [
      'one of two figures of the same unit',
      'Đội công tác có 20 người.',
      'Đội công tác có 12 người dự bị và 30 người chính thức.',
    ],
    [
      'a contrast at the end',
      'Mọi người có quyền học tập, tham gia đời sống văn hoá của cộng đồng tự do, không phải xin.',
      'Mọi người có quyền học tập, tham gia đời sống văn hoá của cộng đồng tự do.',
    ],
    ['nothing', '', issued],
    ['an empty passage', 'Có 5 điều.', ''],
  ])('finds none in %s', (_, claim, passage) => {
    expect(findValueConflicts(claim, passage)).toEqual([]);
  });

  test('gives code-point spans into both texts as given', () => {
    const claim = '😀 Chào. Kết luận số 57-KL/TW được ban hành năm 2019.';
    const passage = `😀😀 Lời đầu. ${issued}`;
    const conflicts = findValueConflicts(claim, passage);
    expect(conflicts).toHaveLength(1);
    for (const conflict of conflicts) {
      const { start, end, text } = conflict.claim;
      expect(sliceCodePoints(claim, start, end)).toBe(text);
      const there = conflict.passage;
      expect(sliceCodePoints(passage, there.start, there.end)).toBe('ngày 15 tháng 6 năm 2023');
    }
  });
});
