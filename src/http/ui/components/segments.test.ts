import { expect, test } from 'vitest';
import { segmentText } from './segments.ts';

test.each([
  ['no spans', 'một hai', [], [['một hai', '']]],
  [
    'after characters outside the BMP',
    '😀😀 ba',
    [{ start: 3, end: 5, name: 'a' }],
    [
      ['😀😀 ', ''],
      ['ba', 'a'],
    ],
  ],
  [
    'overlapping',
    'abcdef',
    [
      { start: 1, end: 4, name: 'a' },
      { start: 3, end: 9, name: 'b' },
    ],
    [
      ['a', ''],
      ['bc', 'a'],
      ['d', 'a b'],
      ['ef', 'b'],
    ],
  ],
  ['empty and reversed spans', 'ab', [{ start: 1, end: 1, name: 'a' }], [['ab', '']]],
])('%s', (_name, text, spans, expected) => {
  const segments = segmentText(text, spans);
  expect(segments.map((segment) => [segment.text, segment.names.join(' ')])).toEqual(expected);
  expect(segments.map((segment) => segment.text).join('')).toBe(text);
});
