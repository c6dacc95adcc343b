import { expect, test } from 'vitest';
import { readableReasons } from './readable-reasons.ts';

const none = { phrases: [], numbers: [], names: [], missing: [] };
const nothing = { words: [], numbers: [], names: [], missing: [] };

const dated = 'Kết luận số 57-KL/TW được ban hành năm 2019, theo Thư viện giả định.';

test.each([
  ['nothing stays nothing', dated, none, [], nothing],
  [
    'parts of a document number are told once, in the words that hold it',
    dated,
    {
      ...none,
      phrases: ['Kết luận số 57-KL/TW được ban hành', 'năm'],
      numbers: ['57'],
      names: ['kl', 'tw'],
    },
    [],
    { ...nothing, words: ['Kết luận số 57-KL/TW được ban hành'] },
  ],
  [
    'parts of a document number become the number as the claim spells it',
    'Chiếu theo (01-ĐA/TW), việc này đã xong.',
    { ...none, numbers: ['01'], names: ['da', 'tw'] },
    [],
    { ...nothing, numbers: ['01-ĐA/TW'] },
  ],
  [
    'a document number of which the passage has a part only is missing',
    'Văn bản 01-ĐA/TW ra sau 57-KL/TW.',
    { ...none, numbers: ['57'], names: ['tw', 'kl'], missing: ['01', 'da'] },
    [],
    { ...nothing, numbers: ['57-KL/TW'], missing: ['01-ĐA/TW'] },
  ],
  [
    'a figure that also stands alone is that figure',
    'Chỉ 25 điều, theo 25-KL/TW.',
    { ...none, numbers: ['25'] },
    [],
    { ...nothing, numbers: ['25'] },
  ],
  [
    'what differs is shown as a difference and not again as missing',
    dated,
    { ...none, missing: ['năm 2019', 'Thư viện'] },
    ['năm 2019'],
    { ...nothing, missing: ['Thư viện'] },
  ],
  [
    'what differs is not told as shared, wherever else the passage has it',
    'Mỗi người mượn 3 cuốn, Ban Quản trị nói.',
    { ...none, numbers: ['3'], names: ['Ban Quản trị'] },
    ['3'],
    { ...nothing, names: ['Ban Quản trị'] },
  ],
  [
    'a conflict in other marks is the same conflict',
    'Cong tac dua tren bon tru cot',
    { ...none, missing: ['bốn'] },
    ['bon'],
    nothing,
  ],
  [
    'a number that is a phrase by itself stays a number',
    'Tuyên ngôn chỉ có 25 điều.',
    { ...none, phrases: ['25', 'chỉ'], numbers: ['25'] },
    [],
    { ...nothing, numbers: ['25'] },
  ],
  [
    'three phrases, the heaviest; a phrase within another is left out',
    'Thư viện mở cửa mọi ngày, trừ ngày lễ, cho bạn đọc có thẻ',
    { ...none, phrases: ['mở cửa mọi ngày', 'mọi ngày', 'bạn đọc', 'ngày lễ', 'Thư viện'] },
    [],
    { ...nothing, words: ['mở cửa mọi ngày', 'bạn đọc', 'ngày lễ'] },
  ],
  [
    'an address is not a document number',
    'Xem https://example.com/u/57 để biết 57 điều',
    { ...none, numbers: ['57'] },
    [],
    { ...nothing, numbers: ['57'] },
  ],
])('%s', (_, claim, reasons, conflicts, expected) => {
  expect(readableReasons(reasons, claim, conflicts)).toEqual(expected);
});
