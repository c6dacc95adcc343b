import { codePointLength, createOffsetMap } from '#language/code-points.ts';
import { splitSentences, type TextSpan } from '#language/sentences.ts';
import { findOmission } from '../gate/omissions.ts';
import { words } from '../text/tokens.ts';

// The splitter's own cut of long sentences could part a negation from what it negates.
const UNCUT = { maxCodePoints: Number.MAX_SAFE_INTEGER };
const LONGEST_SENTENCE = 400;
const LONGEST_TITLE = 200;
const FEWEST_WORDS = 3;
const FEWEST_HAN = 6;
const LIST_MARKER = /^(?:\d{1,2}[.)]|\p{L}\)|[-–•*])\s+/u;
const HEADING =
  /^(?:điều|khoản|chương|mục|phần|article|section|chapter|part)\s+[\p{L}\d]+\s*[.:]?$/iu;

/**
 * The sentences of a passage that can stand as a quote, in order; code-point offsets into `text`.
 * List markers are left out; headings, questions, list lead-ins and fragments are not offered.
 */
export function quotableSpans(text: string): TextSpan[] {
  const { toUtf16 } = createOffsetMap(text);
  return splitSentences(text, UNCUT)
    .flatMap((sentence) =>
      sentence.text.length > LONGEST_SENTENCE ? splitClauses(sentence) : [sentence],
    )
    .map((span) => trim(span))
    .filter((span) => isQuotable(span.text) && !isTitleLine(span.text, text, toUtf16(span.end)));
}

function splitClauses(sentence: TextSpan): TextSpan[] {
  const spans: TextSpan[] = [];
  let start = 0;
  for (const [text] of sentence.text.matchAll(/[^;]*(?:;|$)/gu)) {
    if (text === '') continue;
    const end = start + codePointLength(text);
    if (findOmission(sentence.text, start, end) !== null) return [sentence];
    spans.push({ start: sentence.start + start, end: sentence.start + end, text });
    start = end;
  }
  return spans;
}

function trim({ end, text }: TextSpan): TextSpan {
  const unmarked = text.trimStart().replace(LIST_MARKER, '');
  const start = end - codePointLength(unmarked);
  const kept = unmarked.trimEnd().replace(/\s*;$/u, '');
  return { start, end: start + codePointLength(kept), text: kept };
}

function isQuotable(text: string): boolean {
  // A question or the lead-in of a list says nothing on its own, and a heading is no sentence.
  if (/[?？:：]\s*$/u.test(text) || HEADING.test(text)) return false;
  return isLongEnough(text);
}

/** Fewer words than a statement needs support nothing; Chinese is counted in characters. */
export function isLongEnough(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han >= FEWEST_HAN || words(text).length >= FEWEST_WORDS;
}

/** An article's title: a short line of its own, without a full stop, above the text. */
function isTitleLine(line: string, text: string, end: number): boolean {
  if (line.length > LONGEST_TITLE || /[.!;,…。！；”"')\]]$/u.test(line)) return false;
  return /^[^\S\n]*\n\s*\S/u.test(text.slice(end, end + 20));
}
