import { fold } from '#language/fold.ts';

/** A line of a document's head, or one column of it; UTF-16 range in the text, trimmed. */
export interface Segment {
  readonly text: string;
  /** Without diacritics, lower case, spaces single: to compare, not to measure. */
  readonly folded: string;
  /** Whether it is written in capitals. */
  readonly capitals: boolean;
  readonly start: number;
  readonly end: number;
  /** Whether a blank line, or another column, stands before it. */
  readonly apart: boolean;
}

const HEAD_LENGTH = 6000;
const HEAD_SEGMENTS = 60;
/** Two columns of a head, as tables (` | `), tabs or a PDF's spaces part them. */
const COLUMN = /[^|\t]+?(?=\s*(?:\||\t|\s{4,}|$))/g;

/** The first segments of a text, in order of reading: a line's left column before its right one. */
export function headSegments(text: string): Segment[] {
  const segments: Segment[] = [];
  const head = text.slice(0, HEAD_LENGTH);
  let lastEnd = 0;
  for (const line of head.matchAll(/[^\n]+/g)) {
    for (const cell of line[0].matchAll(COLUMN)) {
      const raw = cell[0];
      const start = line.index + cell.index + (raw.length - raw.trimStart().length);
      const trimmed = raw.trim().replace(/^#{1,6}\s+/, '');
      if (trimmed === '') continue;
      const from = start + raw.trim().length - trimmed.length;
      const between = text.slice(lastEnd, from);
      segments.push({
        text: trimmed,
        folded: fold(trimmed.replaceAll('Ð', 'Đ')).replace(/\s+/g, ' '),
        capitals: /\p{Lu}{2}/u.test(trimmed) && trimmed === trimmed.toUpperCase(),
        start: from,
        end: from + trimmed.length,
        apart: /\n\s*\n|[|\t]/.test(between),
      });
      lastEnd = from + trimmed.length;
      if (segments.length === HEAD_SEGMENTS) return segments;
    }
  }
  return segments;
}
