import { describe, expect, test } from 'vitest';
import { shortenMyth } from './myth.ts';

const claim =
  'Mỗi bạn đọc của thư viện giả định được mượn tối đa 3 cuốn sách trong 30 ngày và không phải trả phí.';

describe('what a draft repeats of a claim', () => {
  test('a short claim stays whole, whatever differs', () => {
    expect(shortenMyth('Thư viện mở cửa từ 9 giờ.', 12, '9')).toBe('Thư viện mở cửa từ 9 giờ.');
  });
  test('the opening of a long one, twelve words', () => {
    expect(shortenMyth(claim)).toBe('Mỗi bạn đọc của thư viện giả định được mượn tối đa…');
  });
  test('the part around what differs, when the opening would cut it off', () => {
    expect(shortenMyth(claim, 12, '3')).toBe(
      '…thư viện giả định được mượn tối đa 3 cuốn sách trong…',
    );
    expect(shortenMyth(claim.replace(' giả định', ' huyện'), 12, '30')).toContain(' 30 ngày');
  });
  test('within ninety code points', () => {
    const long = `${'Nghĩa '.repeat(11)}${'thư-viện-giả-định-rất-dài '.repeat(4)}3 cuốn sách`;
    expect(Array.from(shortenMyth(long, 12, '3')).length).toBeLessThanOrEqual(92);
  });
  test('never without a negation before it: then the opening stands', () => {
    const denied = `Không ai nói rằng ${claim}`;
    expect(shortenMyth(denied, 12, '30')).toBe(shortenMyth(denied));
  });
  test('what differs but is not there changes nothing', () => {
    expect(shortenMyth(claim, 12, '77')).toBe(shortenMyth(claim));
  });
});
