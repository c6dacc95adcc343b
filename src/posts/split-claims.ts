import { codePointLength, createOffsetMap } from '#language/code-points.ts';
import { splitSentences, type TextSpan } from '#language/sentences.ts';
import { splitClauses } from './split-clauses.ts';

const LEADING_MARKS =
  /^(?:[-–—•*+>▪●◦·]+\s+|[\s\p{Extended_Pictographic}\uFE0F\u200D]+|\(?\d{1,2}[.)]\s+)+/u;
const PLACEHOLDER = /\[(?:tài khoản|liên kết hồ sơ|số điện thoại|thư điện tử)\]/g;
const LINK_OR_TAG = /https?:\/\/\S+|www\.\S+|[#＃][\p{L}\p{M}\p{N}_]+/gu;
const ATTRIBUTION =
  /^(?:[—–-]+|(?:nguồn|nguon|source|theo|via|credit|cre|st|sưu tầm)\s*:?)\s*(?:(?:fb|facebook|zalo|tiktok|telegram)\s*)?:?\s*\[tài khoản\][\s\p{L}\d.,/:-]{0,24}$/iu;

/** A claim of a post; offsets are Unicode code points into the post, `text` is exactly that span. */
export interface ClaimSpan extends TextSpan {
  /** The sentence it is a clause of; the claim itself where it was not split. */
  readonly sentence: TextSpan;
}

/**
 * The claims of a post: its sentences without bullets, enumerators and leading emoji, split into the
 * clauses that stand as statements of their own; spans that say nothing (links, hashtags, placeholders,
 * an attribution) are left out.
 * @param text masked canonical text of the post; offsets are Unicode code points into it.
 */
export function splitClaims(text: string): ClaimSpan[] {
  return sentencesOf(text).flatMap((sentence) => {
    const clauses = splitClauses(sentence.text);
    if (clauses.length < 2) return [{ ...sentence, sentence }];
    const map = createOffsetMap(sentence.text);
    const spans = clauses.map(([start, end]) => ({
      start: sentence.start + map.toCodePoint(start),
      end: sentence.start + map.toCodePoint(end),
      text: sentence.text.slice(start, end),
      sentence,
    }));
    return spans.every((span) => saysSomething(span.text)) ? spans : [{ ...sentence, sentence }];
  });
}

function sentencesOf(text: string): TextSpan[] {
  const sentences: TextSpan[] = [];
  for (const sentence of splitSentences(text)) {
    const lead = LEADING_MARKS.exec(sentence.text)?.[0] ?? '';
    const claim = sentence.text.slice(lead.length);
    if (ATTRIBUTION.test(sentence.text) || !saysSomething(claim)) continue;
    sentences.push({
      start: sentence.start + codePointLength(lead),
      end: sentence.end,
      text: claim,
    });
  }
  return sentences;
}

function saysSomething(claim: string): boolean {
  return /[\p{L}\p{N}]/u.test(claim.replace(PLACEHOLDER, '').replace(LINK_OR_TAG, ''));
}
