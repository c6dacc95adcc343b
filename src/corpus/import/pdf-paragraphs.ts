import { median, type PdfRegion } from './pdf-columns.ts';
import { linesOf, type PdfLine } from './pdf-lines.ts';

export interface PdfParagraph {
  readonly text: string;
  readonly kind: 'text' | 'row' | 'note';
  readonly size: number;
  /** It ends no sentence, so the next column or page may go on with it; surely so when full. */
  readonly end: 'open' | 'open and full' | 'closed';
  /** How its first line may go on with what stood before. */
  readonly start: 'small letter' | 'margin' | 'new';
}

/** Joins the end of a line and the start of the next; see `createHyphenJoiner`. */
export type JoinLines = (before: string, after: string) => string;

/** In letter heights. */
const INDENT = 0.8;
const SLACK = 0.5;
/** Of the usual distance between lines. */
const PARAGRAPH_GAP = 1.4;
const SIZE_CHANGE = 0.12;
/** Of the column's width: what an uneven margin may leave behind an unfinished sentence. */
const NEARLY_FULL = 0.2;
/** Footnotes are set smaller, in the lower part of the page. */
const NOTE_SIZE = 0.92;
const NOTE_FROM = 0.5;

const MARKER =
  /^(?:[-–—•·+*▪●○◦]\s|\(?\d{1,3}[.)]\s|\(?[a-zđ]\)\s|\[\d+\]|(?:Điều|Chương|Mục|Phần|Khoản|Article|Chapter|Section|Part)\s+[\dIVXLC]+|(?:ĐIỀU|CHƯƠNG|MỤC|PHẦN)\s)/u;
const NOTE_MARKER = /^(?:\[?\d{1,3}\]?[.)]?\s*|[*†‡]+\s*)\p{L}/u;
const BROKEN_WORD = /\p{L}[-\u2010\u00AD]$/u;
const SENTENCE_END = /[.!?…:;。！？][”"'’»)\]]*$/u;

/** The paragraphs of a region in order; `bodySize` is the usual letter height of the document. */
export function paragraphsOf(
  region: PdfRegion,
  page: { readonly height: number; readonly bodySize: number },
  join: JoinLines,
): PdfParagraph[] {
  const lines = linesOf(region);
  const leading = usualLeading(lines);
  const notesFrom = firstNote(lines, page);
  const paragraphs: PdfLine[][] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const current = paragraphs.at(-1);
    const isNew =
      before === undefined ||
      index === notesFrom ||
      (index > notesFrom && NOTE_MARKER.test(line.text)) ||
      startsParagraph(before, line, region, leading, current?.length === 1);
    if (isNew || current === undefined) paragraphs.push([line]);
    else current.push(line);
  }
  let count = 0;
  return paragraphs.map((own, index) => {
    const isNote = count >= notesFrom;
    count += own.length;
    const paragraph = toParagraph(own, region, isNote, join);
    return index === 0 ? paragraph : { ...paragraph, start: 'new' };
  });
}

function toParagraph(
  lines: readonly PdfLine[],
  region: PdfRegion,
  isNote: boolean,
  join: JoinLines,
): PdfParagraph {
  const [first, last] = [lines[0], lines.at(-1)];
  const text = lines.map((line) => line.text).reduce(join);
  const size = median(lines.map((line) => line.size));
  const isRow = first?.isRow === true;
  const isFull =
    BROKEN_WORD.test(last?.text ?? '') || (last?.right ?? 0) >= region.right - 4 * size;
  const startsInside = first !== undefined && first.left > region.left + size * INDENT;
  return {
    text,
    kind: isNote ? 'note' : isRow ? 'row' : 'text',
    size,
    end: isRow || SENTENCE_END.test(text) ? 'closed' : isFull ? 'open and full' : 'open',
    start: startOf(text, isRow || startsInside),
  };
}

function startOf(text: string, isSetApart: boolean): PdfParagraph['start'] {
  if (MARKER.test(text)) return 'new';
  if (/^\p{Ll}/u.test(text)) return 'small letter';
  return isSetApart ? 'new' : 'margin';
}

function startsParagraph(
  before: PdfLine,
  line: PdfLine,
  region: PdfRegion,
  leading: number,
  isSecond: boolean,
): boolean {
  if (before.isRow || line.isRow) return true;
  const distance = line.y - before.y;
  if (distance > Math.max(leading * PARAGRAPH_GAP, line.size)) return true;
  if (Math.abs(line.size - before.size) > before.size * SIZE_CHANGE) return true;
  if (BROKEN_WORD.test(before.text)) return false;
  const ended = SENTENCE_END.test(before.text);
  if (MARKER.test(line.text) && (ended || /^\p{Lu}/u.test(line.text))) return true;
  const isNearlyFull = before.right > region.right - (region.right - region.left) * NEARLY_FULL;
  if (!ended && isNearlyFull && /^\p{Ll}/u.test(line.text)) return false;
  const hangs = isSecond && MARKER.test(before.text);
  if (!hangs && line.left > before.left + line.size * INDENT) return true;
  return firstWordFits(before, line, region);
}

/** A line that had room for the next word was ended on purpose. */
function firstWordFits(before: PdfLine, line: PdfLine, region: PdfRegion): boolean {
  const word = /^\S+/.exec(line.text)?.[0] ?? '';
  const width = ((line.right - line.left) / Math.max(1, line.text.length)) * (word.length + 1);
  return before.right + width + line.size * SLACK < region.right;
}

function usualLeading(lines: readonly PdfLine[]): number {
  const distances = lines.slice(1).map((line, index) => line.y - (lines[index]?.y ?? 0));
  const size = median(lines.map((line) => line.size));
  // Blank lines between single lines must not pass for the usual distance.
  return Math.min(median(distances.filter((distance) => distance > 0)), size * 2.2);
}

/** Index of the first line of the notes at the foot of the page, or Infinity. */
function firstNote(
  lines: readonly PdfLine[],
  { height, bodySize }: { readonly height: number; readonly bodySize: number },
): number {
  let first = Number.POSITIVE_INFINITY;
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const line = lines[index];
    if (line === undefined || line.size > bodySize * NOTE_SIZE || line.y < height * NOTE_FROM)
      break;
    if (NOTE_MARKER.test(line.text)) first = index;
  }
  return first;
}
