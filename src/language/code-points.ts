const SURROGATE = /[\uD800-\uDFFF]/;
const HIGH_THEN_LOW = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;

/** Turns UTF-16 indices of one text into Unicode code-point indices and back. */
export interface OffsetMap {
  /** Length of the text in code points. */
  readonly length: number;
  /** Code-point index of a UTF-16 index; one inside a surrogate pair counts as the pair's start. */
  toCodePoint(utf16Index: number): number;
  /** UTF-16 index of a code-point index; out of range is clamped to the text. */
  toUtf16(codePointIndex: number): number;
}

/** Length in Unicode code points; a lone surrogate counts as one. */
export function codePointLength(text: string): number {
  if (!SURROGATE.test(text)) return text.length;
  let pairs = 0;
  for (const _ of text.matchAll(HIGH_THEN_LOW)) pairs += 1;
  return text.length - pairs;
}

/**
 * The part of `text` from code point `start` up to, not including, code point `end`.
 * For one slice; use `createOffsetMap` for many slices of the same text.
 */
export function sliceCodePoints(text: string, start: number, end?: number): string {
  if (!SURROGATE.test(text)) return text.slice(Math.max(0, start), Math.max(0, end ?? text.length));
  const map = createOffsetMap(text);
  return text.slice(map.toUtf16(start), map.toUtf16(end ?? map.length));
}

/** One pass over the text; afterwards each lookup is a binary search over the surrogate pairs only. */
export function createOffsetMap(text: string): OffsetMap {
  const pairs = pairStarts(text);
  const length = text.length - pairs.length;
  const clamp = (value: number, max: number): number => Math.min(Math.max(value, 0), max);
  if (pairs.length === 0) {
    const identity = (index: number): number => clamp(index, length);
    return { length, toCodePoint: identity, toUtf16: identity };
  }
  return {
    length,
    toCodePoint(utf16Index) {
      const index = clamp(utf16Index, text.length);
      return index - countBelow(pairs, (start) => start < index);
    },
    toUtf16(codePointIndex) {
      const index = clamp(codePointIndex, length);
      return index + countBelow(pairs, (start, rank) => start - rank < index);
    },
  };
}

function pairStarts(text: string): number[] {
  if (!SURROGATE.test(text)) return [];
  return Array.from(text.matchAll(HIGH_THEN_LOW), (match) => match.index);
}

/** How many leading entries satisfy a condition that is true for a prefix of the sorted list. */
function countBelow(sorted: number[], holds: (value: number, rank: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(sorted[middle] ?? 0, middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
