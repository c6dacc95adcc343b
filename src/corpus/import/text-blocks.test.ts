import fc from 'fast-check';
import { expect, test } from 'vitest';

import { canonicalText } from '#language/canonical-text.ts';
import { codePointLength, sliceCodePoints } from '#language/code-points.ts';

import { joinBlocks, type TextBlock } from './text-blocks.ts';

const PIECES = [
  'Điều 5',
  'ế'.normalize('NFD'),
  '\u0301',
  '\u200B',
  '\u200D',
  '\uFEFF',
  '\r\n',
  '\r',
  '\n',
  '\u2028',
  '\u0085',
  '\u0000',
  '\u0007',
  ' ',
  '\u00A0',
  '\t',
  '😀',
  '\uD83D',
  '\uDE00',
  '가',
  '\u1161',
  'a',
] as const;

const anyBlock = fc.record({
  text: fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((pieces) => pieces.join('')),
  gap: fc.constantFrom<TextBlock['gap']>('\n', '\n\n', ' '),
  place: fc.oneof(
    fc.constant({}),
    fc.record({ page: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ heading: fc.constantFrom('A', 'B') }),
  ),
});

test('canonicalising and trimming the whole changes nothing, and every place begins its block', () => {
  fc.assert(
    fc.property(fc.array(anyBlock, { maxLength: 8 }), (blocks) => {
      const { text, places } = joinBlocks(blocks);
      expect(canonicalText(text).replace(/^\n+|\n+$/g, '')).toBe(text);
      const starts = places.map(({ start }) => start);
      expect(starts).toEqual([...new Set(starts)].toSorted((one, other) => one - other));
      for (const { start, ...place } of places) {
        expect(start).toBeLessThan(codePointLength(text));
        const rest = sliceCodePoints(text, start);
        const inPlace = blocks.filter(
          (block) => JSON.stringify(block.place) === JSON.stringify(place),
        );
        const begun = inPlace.map(({ text: raw }) =>
          canonicalText(raw).replace(/^[\n\uFEFF]+|\n+$/g, ''),
        );
        expect(begun.some((own) => own !== '' && rest.startsWith(own))).toBe(true);
      }
    }),
    { numRuns: 2000 },
  );
});

test('gaps, merged places and code points', () => {
  const blocks: TextBlock[] = [
    { text: '\n😀 Một', gap: '\n\n', place: { page: 1 } },
    { text: 'hai', gap: '\n', place: { page: 1 } },
    { text: ' \r\n', gap: '\n\n', place: { page: 2 } },
    { text: 'ba', gap: '\n', place: { page: 2 } },
    { text: 'bốn', gap: ' ', place: { page: 3 } },
  ];
  expect(joinBlocks(blocks)).toEqual({
    text: '😀 Một\nhai\n\nba bốn',
    places: [
      { start: 0, page: 1 },
      { start: 11, page: 2 },
      { start: 14, page: 3 },
    ],
  });
});

test('an empty place is listed only behind another one', () => {
  const block = (text: string, heading?: string): TextBlock => ({
    text,
    gap: '\n',
    place: heading === undefined ? {} : { heading },
  });
  expect(joinBlocks([block('a'), block('b', 'H'), block('c')]).places).toEqual([
    { start: 2, heading: 'H' },
    { start: 4 },
  ]);
  expect(joinBlocks([])).toEqual({ text: '', places: [] });
});
