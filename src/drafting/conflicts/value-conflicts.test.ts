import { describe, expect, test } from 'vitest';
import { sliceCodePoints } from '#language/code-points.ts';
import { compareWithPassage, valueConflictsOf } from './value-conflicts.ts';

const issued = 'Kết luận số 57-KL/TW được ban hành ngày 15 tháng 6 năm 2023.';
const pillars = 'Công tác đối ngoại dựa trên ba trụ cột: đối ngoại Đảng, ngoại giao Nhà nước.';
const torture = 'Không ai bị tra tấn hay bị đối xử tàn bạo.';

describe('valueConflictsOf', () => {
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
    const [conflict, ...more] = valueConflictsOf(claim)(passage);
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
    expect(valueConflictsOf(claim)(passage)).toEqual([]);
  });

  test('gives code-point spans into both texts as given', () => {
    const claim = '😀 Chào. Kết luận số 57-KL/TW được ban hành năm 2019.';
    const passage = `😀😀 Lời đầu. ${issued}`;
    const conflicts = valueConflictsOf(claim)(passage);
    expect(conflicts).toHaveLength(1);
    for (const conflict of conflicts) {
      const { start, end, text } = conflict.claim;
      expect(sliceCodePoints(claim, start, end)).toBe(text);
      const there = conflict.passage;
      expect(sliceCodePoints(passage, there.start, there.end)).toBe('ngày 15 tháng 6 năm 2023');
    }
  });
});

const road =
  'Tuyến đường Lạc Hà dài 12 km, khánh thành ngày 5 tháng 3 năm 2021. Theo Sở Giao thông Bình Khê, mọi hộ dân ven đường đều được bồi thường 30 triệu đồng. Lượng xe qua đây tăng 15% sau một năm. Thanh tra đường bộ Lạc Hà không được phạt xe chở rau.';

describe('compareWithPassage', () => {
  test.each([
    ['Tuyến đường Lạc Hà dài 14 km.', 'quantity', '14', '12'],
    ['Tuyến đường Lạc Hà dài 12 m, khánh thành ngày 5 tháng 3 năm 2021.', 'quantity', 'm', 'km'],
    ['Tuyến đường Lạc Hà khánh thành năm 2019.', 'date', 'năm 2019', 'ngày 5 tháng 3 năm 2021'],
    [
      'Theo Sở Giao thông Đồng Mây, mọi hộ dân ven đường đều được bồi thường 30 triệu đồng.',
      'attribution',
      'Đồng Mây',
      'Bình Khê',
    ],
    [
      'Tuyến đường Cao Lĩnh dài 12 km, khánh thành ngày 5 tháng 3 năm 2021.',
      'name',
      'Cao Lĩnh',
      'Lạc Hà',
    ],
    ['Lượng xe qua đây giảm 15% sau một năm.', 'comparison', 'giảm', 'tăng'],
    ['Một số hộ dân ven đường đều được bồi thường 30 triệu đồng.', 'quantifier', 'Một số', 'mọi'],
    ['Thanh tra đường bộ Lạc Hà được phạt xe chở rau.', 'negation', null, 'không'],
    [
      'Nghe nói tuyến đường Lạc Hà dài 12 km, khánh thành ngày 5/3/2022.',
      'date',
      'ngày 5/3/2022',
      'ngày 5 tháng 3 năm 2021',
    ],
  ])('%s', (claim, kind, ours, theirs) => {
    const { suggestion, conflicts } = compareWithPassage(claim, road);
    expect(conflicts).toHaveLength(1);
    expect(suggestion).toBe('CONTRADICTED');
    const [conflict] = conflicts;
    expect(conflict).toMatchObject({ kind, passage: { text: theirs } });
    if (ours !== null) expect(conflict?.claim.text).toBe(ours);
    const { start, end, text } = conflict?.passage ?? { start: 0, end: 0, text: '' };
    expect(sliceCodePoints(road, start, end)).toBe(text);
  });

  test.each([
    ['in the same words', 'Tuyến đường Lạc Hà dài 12 km, khánh thành ngày 5 tháng 3 năm 2021.'],
    ['in another notation', 'Tuyến đường Lạc Hà dài 12.000 m, khánh thành 5/3/2021.'],
    ['without diacritics', 'tuyen duong lac ha dai 12 km, khanh thanh ngay 5 thang 3 nam 2021'],
    ['in capitals', 'TUYẾN ĐƯỜNG LẠC HÀ DÀI 12 KM, KHÁNH THÀNH NĂM 2021.'],
    ['in part', 'Mọi hộ dân ven đường đều được bồi thường 30 triệu đồng.'],
  ])('a claim that agrees %s is CONSISTENT', (_, claim) => {
    expect(compareWithPassage(claim, road)).toEqual({ suggestion: 'CONSISTENT', conflicts: [] });
  });

  test.each([
    ['about something else', 'Giá rau ở chợ Bình Khê lên xuống thất thường cả tháng nay.'],
    ['about a thing of that kind elsewhere', 'Ở huyện Cao Lĩnh, cầu treo mới dài 14 km.'],
    [
      'that says more',
      'Tuyến đường Lạc Hà dài 12 km và là công trình đắt nhất cả nước từ trước đến nay.',
    ],
    ['of one word', 'Đường.'],
    ['without text', ''],
  ])('a claim %s suggests nothing', (_, claim) => {
    expect(compareWithPassage(claim, road)).toEqual({ suggestion: null, conflicts: [] });
  });

  test('variants of one name do not conflict', () => {
    const claim = 'Tuyến đường Green River dài 12 km, khánh thành ngày 5 tháng 3 năm 2021.';
    const same = (a: string, b: string): boolean =>
      [a, b].toSorted().join() === 'green river,lac ha';
    expect(compareWithPassage(claim, road).suggestion).toBe('CONTRADICTED');
    expect(compareWithPassage(claim, road, { sameName: same }).suggestion).not.toBe('CONTRADICTED');
  });
});
