import { expect, test } from 'vitest';
import { findLostLeadIn } from './list-lead-in.ts';

test.each([
  ['under a ban', 'Nghiêm cấm các hành vi sau đây:\n\n1. ', 'Viết vào sách.', 'negation_flip'],
  [
    'under a title that forbids',
    'Các hành vi bị nghiêm cấm\n\n1. Xé sách.\n2. ',
    'Viết vào sách.',
    'negation_flip',
  ],
  [
    'behind an item with items',
    'Các hành vi bị cấm\n1. Xé:\na) bìa;\nb) trang.\n2. ',
    'Viết vào sách.',
    'negation_flip',
  ],
  ['two levels down', 'Các hành vi bị cấm\n1. Làm hỏng:\na) ', 'bìa của sách;', 'negation_flip'],
  ['with its marker in the quote', 'It is forbidden to:\n', '- write into books.', 'negation_flip'],
  [
    'a second sentence of an item',
    'Không được:\n1. Viết vào sách. ',
    'Xé trang của sách.',
    'negation_flip',
  ],
  [
    'under a condition',
    'Thẻ được cấp khi thuộc một trong các điều sau:\n1. ',
    'Người đọc trên 6 tuổi.',
    'quantifier_shift',
  ],
  ['under what is granted', 'Người đọc có các quyền sau đây:\n1. ', 'Được mượn sách.', null],
  ['under an ordinary title', 'Quyền của người đọc\n1. ', 'Người đọc được mượn sách.', null],
  ['no item', 'Nghiêm cấm các hành vi sau đây:\n', 'Người đọc được mượn sách.', null],
  ['after a paragraph', 'Không ai được vào.\n1. ', 'Người đọc được mượn sách.', null],
  ['at the beginning', '1. ', 'Người đọc được mượn sách.', null],
])('an item %s', (_, before, quote, expected) => {
  expect(findLostLeadIn(before, quote)).toBe(expected);
});
