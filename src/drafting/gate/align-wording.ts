import { fold } from '#language/fold.ts';
import { isBoundary, type QuoteSentence } from './quote-sentences.ts';
import type { OwnToken } from './own-tokens.ts';

const ASCII = /^[\u0021-\u007E]*$/;
// A bracket with a unit, an exception or a hedge is no mere gloss.
const GLOSS = /^(?:\p{L}|\p{M}|["'.-])+$/u;

/**
 * Where wording that begins at `at` and says what a sentence of a quote says can end: its words are those
 * of a clause, one after another, with nothing left out but a gloss in brackets. Indices of `own` behind
 * the last token. Wording without any diacritics is compared without them.
 */
export function alignedEnds(
  own: readonly OwnToken[],
  at: number,
  sentence: QuoteSentence,
): number[] {
  const plain = isPlain(own, at);
  const same = (a: string, b: string): boolean => a === b || (plain && a === fold(b));
  const ends: number[] = [];
  for (const start of sentence.starts) {
    let [here, there] = [at, start];
    for (;;) {
      const token = own[here];
      const quoted = sentence.tokens[there];
      const ended = here > at && isBoundary(token) && isBoundary(quoted);
      if (ended && sentence.standsAlone(start, there)) ends.push(here);
      if (token === undefined || quoted === undefined) break;
      if (same(token.key, quoted.key)) {
        here += 1;
        there += 1;
        continue;
      }
      const behind = glossEnd(sentence.tokens, there);
      if (here === at || behind === null) break;
      there = behind;
    }
  }
  return ends;
}

/** No diacritics up to the end of the statement. */
function isPlain(own: readonly OwnToken[], at: number): boolean {
  for (let index = at; index < own.length; index += 1) {
    const key = own[index]?.key ?? '';
    if (key === '.' || key === ';' || key >= '\uE000') return true;
    if (own[index]?.isWord === true && !ASCII.test(key)) return false;
  }
  return true;
}

/** The index behind a bracket of at most eight words that only explains the word before it. */
function glossEnd(tokens: readonly OwnToken[], at: number): number | null {
  if (tokens[at]?.key !== '(' || /\d/.test(tokens[at - 1]?.key ?? '')) return null;
  const close = tokens.findIndex((token, index) => index > at && token.key === ')');
  if (close < 0 || close - at > 9) return null;
  const inner = tokens.slice(at + 1, close).map(({ key }) => key);
  if (!inner.every((key) => GLOSS.test(key))) return null;
  return LOSS.test(inner.join(' ')) ? null : close + 1;
}

const LOSS =
  /(?<![\p{L}\p{M}])(?:không|chưa|trừ|chỉ|nếu|khi|hoặc|một số|trong|từ|đến|trước|sau|dự kiến|ước|khoảng|not|no|never|only|except|unless|if|or|some|most|excluding|in|from|until|before|after|estimated|about|approximately|triệu|tỷ|nghìn|đồng|phần trăm|percent|million|billion|thousand)(?![\p{L}\p{M}])/u;
