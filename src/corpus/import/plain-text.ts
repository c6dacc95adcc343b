import { placedLines } from './placed-lines.ts';
import type { ReadText } from './text-blocks.ts';

const MAX_TITLE = 200;

/**
 * Reads plain text: blank lines and page breaks part paragraphs, each place is a line from 1, the title
 * is the first line that holds a letter, shortened at a word.
 */
export function readPlainText(raw: string): ReadText {
  const lines = raw
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .flatMap((text, index) =>
      // A page break stands within a line or alone on one; lines go on being counted.
      text.includes('\f')
        ? text
            .split('\f')
            .flatMap((part, rank) => [
              ...(rank === 0 ? [] : [{ text: '', line: index + 1 }]),
              { text: part, line: index + 1 },
            ])
        : [{ text, line: index + 1 }],
    );
  const { text, places } = placedLines(lines);
  return { text, places, title: firstLine(text), warnings: [] };
}

/** The first line that holds a letter, without heading marks, at most 200 characters; null without one. */
export function firstLine(text: string): string | null {
  const line = /^.*\p{L}.*$/mu
    .exec(text)?.[0]
    .replace(/^#{1,6}\s+/, '')
    .trim();
  if (line === undefined || line.length <= MAX_TITLE) return line ?? null;
  const cut = line.slice(0, MAX_TITLE).replace(/[\uD800-\uDBFF]$/, '');
  return `${cut.replace(/\s+\S*$/, '')}…`;
}
