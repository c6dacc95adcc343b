import { createOffsetMap } from './code-points.ts';
import { cutLong } from './cut-long.ts';
import { endsSentence } from './sentence-end.ts';

/** Offsets are Unicode code points into the text that was split; `text` is exactly that span. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface SplitSentencesOptions {
  /** Longer sentences are cut at clause level, then at spaces. Code points; default 500. */
  readonly maxCodePoints?: number;
}

const CANDIDATE = /[。！？｡។៕။۔؟।]+|[.!?…]+|\n/g;
const CLOSING = /[)\]}"'”’»」』）】》]/;
const SOFT_WRAP_MIN = 60;

/**
 * Sentences in order, trimmed; every non-space code point of `text` is in exactly one of them.
 * Offsets are Unicode code points.
 */
export function splitSentences(text: string, options: SplitSentencesOptions = {}): TextSpan[] {
  const map = createOffsetMap(text);
  const maxCodePoints = options.maxCodePoints ?? 500;
  const spans: TextSpan[] = [];
  for (const [from, to] of sentenceRanges(text)) {
    for (const [start, end] of cutLong(text, from, to, maxCodePoints)) {
      const slice = text.slice(start, end);
      const left = start + (slice.length - slice.trimStart().length);
      const right = end - (slice.length - slice.trimEnd().length);
      if (left >= right) continue;
      spans.push({
        start: map.toCodePoint(left),
        end: map.toCodePoint(right),
        text: text.slice(left, right),
      });
    }
  }
  return spans;
}

/** UTF-16 ranges that cover the text without gaps. */
function* sentenceRanges(text: string): Generator<[number, number]> {
  let start = 0;
  for (const match of text.matchAll(CANDIDATE)) {
    if (match.index < start) continue;
    const end = match.index + match[0].length;
    if (match[0] === '\n') {
      if (isSoftWrap(text, start, match.index)) continue;
      yield [start, end];
      start = end;
      continue;
    }
    const closed = skipClosing(text, end);
    if (!endsSentence(text, start, match.index, end, closed)) continue;
    yield [start, closed];
    start = closed;
  }
  yield [start, text.length];
}

/** A line break inside a hard-wrapped sentence: a long line that goes on in lower case. */
function isSoftWrap(text: string, start: number, newline: number): boolean {
  if (newline - Math.max(start, text.lastIndexOf('\n', newline - 1)) < SOFT_WRAP_MIN) return false;
  if (!/[\p{L}\p{N},]$/u.test(text.slice(newline - 2, newline))) return false;
  return /^\p{Ll}(?![).])/u.test(text.slice(newline + 1, newline + 4));
}

function skipClosing(text: string, from: number): number {
  let index = from;
  while (index < text.length && CLOSING.test(text.charAt(index))) index += 1;
  return index;
}
