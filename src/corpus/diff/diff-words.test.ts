import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { diffWords } from './diff-words.ts';

function shown(before: string, after: string): string {
  const marks = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const;
  return diffWords(before, after)
    .map(({ kind, text }) => `${marks[kind][0]}${text}${marks[kind][1]}`)
    .join('');
}

describe('diffWords', () => {
  it.each([
    ['', '', ''],
    ['một hai', 'một hai', 'một hai'],
    ['', 'một', '{+một+}'],
    ['một', '', '[-một-]'],
    ['mượn năm cuốn', 'mượn bảy cuốn', 'mượn [-năm-]{+bảy+} cuốn'],
    ['đến hết ngày', 'chưa qua ngày', '[-đến hết-]{+chưa qua+} ngày'],
    ['được phép.', 'không được phép.', '{+không +}được phép.'],
    ['50%', '60%', '[-50-]{+60+}%'],
    ['图书馆八点开门', '图书馆九点开门', '图书馆[-八-]{+九+}点开门'],
    ['vui 😀 quá', 'vui 😁 quá', 'vui [-😀-]{+😁+} quá'],
  ])('%j → %j', (before, after, expected) => {
    expect(shown(before, after)).toBe(expected);
  });

  it('gives both texts back, whatever they are', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc
        .array(fc.constantFrom('một', 'hai', 'ba', ' ', '  ', '\n', ',', '图', '😀'), {
          maxLength: 30,
        })
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = diffWords(before, after);
        const without = (kind: string): string =>
          changes
            .filter((change) => change.kind !== kind)
            .map((change) => change.text)
            .join('');
        expect(without('added')).toBe(before);
        expect(without('removed')).toBe(after);
        expect(changes.every((change) => change.text !== '')).toBe(true);
        expect(changes.some(({ kind }, index) => kind === changes[index - 1]?.kind)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it('replaces what lies between the common ends of very different long texts', () => {
    const long = (word: string): string =>
      Array.from({ length: 20_000 }, (_, index) => `${word}${index}`).join(' ');
    const changes = diffWords(`đầu ${long('a')} cuối`, `đầu ${long('b')} cuối`);
    expect(changes.map(({ kind }) => kind)).toEqual(['same', 'removed', 'added', 'same']);
  });
});
