import type { JoinLines } from './pdf-paragraphs.ts';

const BROKEN = /(?<before>\p{L}+)(?<hyphen>[-\u2010\u00AD])$/u;
/** In UTF-16 units; a search from the start of a long paragraph would cost its square. */
const LONGEST_WORD = 100;
const ASCII_START = /^[a-z]+/;

/**
 * Joins a line to the next. A hyphen at the line's end goes where it parts a word: a soft hyphen
 * always, another one when both halves are ASCII letters, the second half begins small, and the
 * document nowhere writes the word with its hyphen. Vietnamese does not divide words: there a
 * hyphen belongs to the spelling and stays, without a space behind it.
 */
export function createHyphenJoiner(lines: Iterable<string>): JoinLines {
  const hyphened = new Set<string>();
  for (const line of lines) {
    for (const match of line.matchAll(/[a-z]+-[a-z]+/gi)) hyphened.add(match[0].toLowerCase());
  }
  return (before, after) => {
    const match = BROKEN.exec(before.slice(-LONGEST_WORD));
    if (match === null) return `${before} ${after}`;
    const head = match.groups?.['before'] ?? '';
    const tail = ASCII_START.exec(after)?.[0] ?? '';
    const isSoft = match.groups?.['hyphen'] === '\u00AD';
    const isAscii = /^[A-Za-z]{2,}$/.test(head) && tail !== '' && /^[a-z]+(?!\p{L})/u.test(after);
    const isSpelled = hyphened.has(`${head}-${tail}`.toLowerCase());
    const goes = isSoft || (isAscii && !isSpelled);
    return `${goes ? before.slice(0, -1) : before}${after}`;
  };
}
