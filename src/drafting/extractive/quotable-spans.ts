import { codePointLength, createOffsetMap } from '#language/code-points.ts';
import { splitSentences, type TextSpan } from '#language/sentences.ts';
import { findLostLeadIn } from '../gate/list-lead-in.ts';
import { findOmission } from '../gate/omissions.ts';

// The splitter's own cut of long sentences could part a negation from what it negates.
const UNCUT = { maxCodePoints: Number.MAX_SAFE_INTEGER };
const LONGEST_SENTENCE = 400;
const LONGEST_TITLE = 200;
const FEWEST_WORDS = 3;
const FEWEST_HAN = 6;
const HAN = /\p{Script=Han}/u;
const ALL_HAN = /\p{Script=Han}/gu;
const WORD = /\d+(?:[.,]\d+)*|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
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
    .filter((span) => isQuotable(span.text) && !isTitleLine(span.text, text, toUtf16(span.end)))
    .filter((span) => findLostLeadIn(text.slice(0, toUtf16(span.start)), span.text) === null);
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
  const trimmed = unmarked.trimEnd();
  const kept = trimmed.endsWith(';') ? trimmed.slice(0, -1).trimEnd() : trimmed;
  return { start, end: start + codePointLength(kept), text: kept };
}

function isQuotable(text: string): boolean {
  // A question or the lead-in of a list says nothing on its own, and a heading is no sentence.
  if (/[?？:：]\s*$/u.test(text) || HEADING.test(text)) return false;
  return isLongEnough(text);
}

/** Fewer words than a statement needs support nothing; Chinese is counted in characters. */
export function isLongEnough(text: string): boolean {
  const counted = HAN.test(text) ? (text.match(ALL_HAN)?.length ?? 0) : 0;
  if (counted >= FEWEST_HAN) return true;
  let found = 0;
  for (const _ of text.matchAll(WORD)) {
    found += 1;
    if (found >= FEWEST_WORDS) return true;
  }
  return false;
}

/** An article's title: a short line of its own, without a full stop, above the text. */
function isTitleLine(line: string, text: string, end: number): boolean {
  if (line.length > LONGEST_TITLE || /[.!;,…。！；”"')\]]$/u.test(line)) return false;
  return /^[^\S\n]*\n\s*\S/u.test(text.slice(end, end + 20));
}
