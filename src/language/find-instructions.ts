import { fold } from '#language/fold.ts';
import { replaceLookAlikes } from '#language/look-alikes.ts';

import { findHiddenText } from './hidden-text.ts';
import {
  chinesePatterns,
  type InstructionKind,
  latinPatterns,
  otherLetter,
} from './instruction-patterns.ts';

/** Words that address a machine. Offsets are Unicode code points into the text. */
export interface InstructionSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: InstructionKind;
}

/** More than these say nothing new to a reader; the first ones are kept. */
const maxSpans = 50;
const HAN = /\p{Script=Han}/u;

/**
 * Words of a text that are written to a machine rather than to people: in Vietnamese with or without
 * diacritics, English and Chinese, also with letters that only look Latin or invisible characters in
 * between; and text that no reader sees. In order, each span outside the others of its kind. Nothing is
 * done with what is found but showing it: recall is not what keeps a text from being obeyed.
 * @param text NFC text; at most 50 spans come back.
 */
export function findInstructions(text: string): InstructionSpan[] {
  const { shadow, at } = shadowOf(text);
  const latin = shadow.replaceAll(/[^\u0000-\u007F]/g, plainUnit);
  const found = [
    ...latinPatterns.map((one) => ({ ...one, text: latin })),
    ...(HAN.test(text) ? chinesePatterns.map((one) => ({ ...one, text: shadow })) : []),
  ].flatMap(({ kind, pattern, text }) =>
    Array.from(text.matchAll(pattern), (match) => ({
      kind,
      start: at(match.index),
      end: at(match.index + match[0].trimEnd().length - 1) + 1,
    })),
  );
  return apart([...found, ...findHiddenText(text)]).slice(0, maxSpans);
}

/** One UTF-16 unit for one: quotation marks and stops as in ASCII, letters as one letter, the rest as a dot. */
function plainUnit(unit: string): string {
  if (/[“”„«»]/.test(unit)) return '"';
  if (/[‘’]/.test(unit)) return "'";
  if (unit === '：') return ':';
  if (unit === '…' || unit === '。') return '.';
  return /[\p{L}\p{N}]/u.test(unit) ? otherLetter : '\u00B7';
}

/** In order; a span that begins inside an earlier one of the same kind becomes part of it. */
function apart(spans: readonly InstructionSpan[]): InstructionSpan[] {
  const kept: InstructionSpan[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const index = kept.findIndex(({ kind, end }) => kind === span.kind && end >= span.start);
    const before = kept[index];
    if (before === undefined) kept.push(span);
    else kept[index] = { ...before, end: Math.max(before.end, span.end) };
  }
  return kept;
}

/** The folded text without invisible characters, and the code point of `text` behind each of its units. */
function shadowOf(text: string): { shadow: string; at: (unit: number) => number } {
  const chars = Array.from(text);
  const latin = Array.from(replaceLookAlikes(text));
  const seen = latin.length === chars.length ? latin : chars;
  const offsets: number[] = [];
  let shadow = '';
  seen.forEach((char, offset) => {
    const folded = char < '\u0080' ? char.toLowerCase() : fold(char);
    for (let unit = 0; unit < folded.length; unit += 1) offsets.push(offset);
    shadow += folded;
  });
  return { shadow, at: (unit) => offsets[unit] ?? chars.length - 1 };
}
