import { expect, test } from 'vitest';
import { codePointLength } from '#language/code-points.ts';
import { findOmission } from './omissions.ts';

test.each([
  ['Không ai được phép tra tấn người khác.', 'được phép tra tấn người khác.', 'negation_flip'],
  ['Buôn bán nô lệ đều bị cấm.', 'Buôn bán nô lệ', 'negation_flip'],
  ['Everyone may leave, except by court order.', 'Everyone may leave', 'quantifier_shift'],
  ['Chỉ toà án được ra lệnh này.', 'toà án được ra lệnh này.', 'quantifier_shift'],
  ['It isn’t true that all may vote.', 'true that all may vote.', 'negation_flip'],
  ['Không ai bị tra tấn; mọi người đều tự do.', 'mọi người đều tự do.', null],
  ['Mọi người đều có quyền học tập.', 'Mọi người đều có quyền học tập.', null],
  ['Ông A nói rằng cửa đóng; sách bị mất.', 'sách bị mất.', 'misattributed'],
  ['Thư viện mở cửa, theo ông A.', 'Thư viện mở cửa', 'misattributed'],
  ['Thư viện mở cửa, trong ba ngày.', 'Thư viện mở cửa', 'quantifier_shift'],
  ['Ở Đồi Xa, thư viện mở cửa.', 'thư viện mở cửa.', 'quantifier_shift'],
  ['Thư viện của ông A mở cửa.', 'Thư viện của ông A', 'unsupported_sentence'],
  ['Ngoài ra, thư viện mở cửa.', 'thư viện mở cửa.', null],
  ['2. Thư viện mở cửa.', 'Thư viện mở cửa.', null],
  ['Nghiêm cấm: phá rừng; săn bắt thú rừng.', 'săn bắt thú rừng.', 'negation_flip'],
  ['All may stay; unless a court says so.', 'All may stay;', 'quantifier_shift'],
  ['Việc này rất hay, và khôngtưởng.', 'Việc này rất hay', null],
])('%s ▸ %s', (sentence, quote, expected) => {
  const start = codePointLength(sentence.slice(0, sentence.indexOf(quote)));
  expect(findOmission(sentence, start, start + codePointLength(quote))).toBe(expected);
});
