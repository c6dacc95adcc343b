import { PLACEHOLDER } from './own-wording.ts';
import type { Citation } from '../types.ts';

const OPENING = /[“„"«「『][\s\u00a0]*$/u;
const CLOSING = /^[.,;]?[\s\u00a0]*[”"»」』]/u;
const MARKED = /[“„"«「『]([^“„"«「『”»」』]*)[”"»」』]/gu;

export interface MarkedText {
  /** The text with a placeholder for each cited quote that stands in quotation marks. */
  readonly text: string;
  /** Numbers of the citations that do. */
  readonly quoted: readonly number[];
}

/**
 * Takes cited quotes in quotation marks out of a sentence, from its end: a document's title can hold the
 * same words. A quote without marks is the sentence's own wording.
 */
export function takeQuotes(sentence: string, citations: readonly Citation[]): MarkedText {
  let text = sentence;
  const quoted: number[] = [];
  const longestFirst = Array.from(citations.entries()).toSorted(
    ([, a], [, b]) => b.quote.length - a.quote.length,
  );
  for (const [number, { quote }] of longestFirst) {
    const span = quote === '' ? null : lastMarked(text, quote);
    if (span === null) continue;
    text = `${text.slice(0, span.start)}${String.fromCharCode(PLACEHOLDER + number)}${text.slice(span.end)}`;
    quoted.push(number);
  }
  return { text, quoted };
}

function lastMarked(text: string, quote: string): { start: number; end: number } | null {
  for (let at = text.lastIndexOf(quote); at >= 0; at = text.lastIndexOf(quote, at - 1)) {
    const opening = OPENING.exec(text.slice(0, at));
    const closing = CLOSING.exec(text.slice(at + quote.length));
    if (opening !== null && closing !== null) {
      return { start: opening.index, end: at + quote.length + closing[0].length };
    }
    if (at === 0) break;
  }
  return null;
}

/** What else stands in quotation marks. */
export function otherMarked(text: string): string[] {
  return Array.from(text.matchAll(MARKED), (match) => (match[1] ?? '').trim()).filter(
    (inner) => inner !== '',
  );
}
