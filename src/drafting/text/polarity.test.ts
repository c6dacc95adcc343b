import { expect, test } from 'vitest';
import { findPolarity } from './polarity.ts';

test.each([
  ['Dự án không được duyệt.', ['không'], []],
  ['Ngành hàng không và không gian mạng.', [], []],
  ['Không chỉ thế, không quá 5 người dự.', [], []],
  ['no noi ve no le', [], []],
  ['There is no road and they never met.', ['no', 'never'], []],
  ['Không ai biết, mọi người chỉ đoán.', [], ['none', 'all', 'only']],
  ['Some are not new.', ['not'], ['some']],
])('%s', (text, negations, classes) => {
  const polarity = findPolarity(text);
  expect(polarity.negations.map((each) => each.text)).toEqual(negations);
  expect(polarity.quantifiers.map((each) => each.class)).toEqual(classes);
});

test('spans are shifted by the offset', () => {
  expect(findPolarity('😀 chưa', 10).negations).toEqual([{ start: 12, end: 16, text: 'chưa' }]);
});
