import { expect, test } from 'vitest';
import { ValidationError } from '#platform/errors.ts';
import { checkLimits, parseLimits } from './limits.ts';

const limits = parseLimits('{"gate":{"escaped":{"most":0},"passed":{"least":0.9}}}', 'limits.json');

test.each([
  [0, 0.9, [true, true]],
  [1, 0.9, [false, true]],
  [0, 0.899, [true, false]],
  [Number.NaN, Number.NaN, [false, false]],
])('%d escaped and %d passed', (escaped, passed, expected) => {
  expect(checkLimits('gate', { escaped, passed }, limits).map(({ ok }) => ok)).toEqual(expected);
});

test('a limit that nothing measures, an unknown evaluation and a wrong file are refused', () => {
  expect(() => checkLimits('gate', { escaped: 0 }, limits)).toThrow(/nothing measures gate.passed/);
  expect(() => checkLimits('other', {}, limits)).toThrow(ValidationError);
  expect(() => parseLimits('{', 'limits.json')).toThrow(/limits.json is not JSON/);
  expect(() => parseLimits('{"gate":{"x":{"atMost":1}}}', 'limits.json')).toThrow(/gate.x/);
});
