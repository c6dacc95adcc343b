import { expect, test } from 'vitest';
import { agreeingDates, agreeingNumbers } from './compare-values.ts';
import { type DateValue, extractValues, type NumberValue } from './extract-values.ts';

const number = (text: string): NumberValue => {
  const [value] = extractValues(text);
  if (value?.kind !== 'number') throw new Error(`no number: ${text}`);
  return value;
};
const date = (text: string): DateValue => {
  const [value] = extractValues(text);
  if (value?.kind !== 'date') throw new Error(`no date: ${text}`);
  return value;
};

test.each([
  ['1.000 người', '1,000 người', true],
  ['5 km', '5.000 m', true],
  ['2 tấn', '2.000 kg', true],
  ['5 km', '6.000 m', false],
  ['3 dặm', '4,8 km', true],
  ['hơn 500 người', '512 người', true],
  ['hơn 500 người', '480 người', false],
  ['hơn 500 người', 'hơn 900 người', false],
  ['khoảng 500 người', '520 người', true],
  ['khoảng 500 người', '700 người', false],
  ['gần 500 người', '492 người', true],
  ['không quá 5 người', '3 người', true],
  ['1,2 triệu người', '1.234.567 người', true],
  ['1,2 triệu người', '1.334.567 người', false],
  ['5 %', '5,3 %', true],
  ['30 người', '32 người', false],
  ['7 người', 'từ 5 đến 10 người', true],
  ['12 người', 'từ 5 đến 10 người', false],
  ['từ 5 đến 12 người', 'từ 5 đến 10 người', false],
])('%s and %s', (a, b, expected) => {
  expect(agreeingNumbers(number(a), number(b))).toBe(expected);
  expect(agreeingNumbers(number(b), number(a))).toBe(expected);
});

test.each([
  ['năm 2023', 'ngày 15/6/2023', true],
  ['ngày 15 tháng 6', '15/6/2023', true],
  ['ngày 16/6/2023', '15/6/2023', false],
  ['ngày 2/9', 'năm 2023', false],
])('%s and %s', (a, b, expected) => {
  expect(agreeingDates(date(a), date(b))).toBe(expected);
});
