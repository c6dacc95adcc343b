import { createOffsetMap } from '#language/code-points.ts';
import { fold } from '#language/fold.ts';
import type { TextSpan } from '#language/sentences.ts';

const TOKEN = /\d+(?:[.,]\d+)*|[\p{L}\p{M}\p{N}]+|\S/gu;
const FOLDED_WORD = /\d+(?:[.,]\d+)*|[\p{L}\p{M}\p{N}]+/gu;
const WORD = /[\p{L}\p{N}]/u;
const INVISIBLE = /[\p{Cf}\p{Cc}]/u;

/**
 * Words, numbers with their separators, and every other visible character on its own.
 * Offsets are code points.
 */
export function tokenise(text: string): TextSpan[] {
  const { toCodePoint } = createOffsetMap(text);
  const tokens: TextSpan[] = [];
  for (const match of text.matchAll(TOKEN)) {
    if (INVISIBLE.test(match[0])) continue;
    const end = match.index + match[0].length;
    tokens.push({ text: match[0], start: toCodePoint(match.index), end: toCodePoint(end) });
  }
  return tokens;
}

/** The tokens that carry letters or digits. */
export function words(text: string): TextSpan[] {
  return tokenise(text).filter((token) => WORD.test(token.text));
}

/** Folded words and numbers in order; cheaper than `words` where no offsets are wanted. */
export function foldedWords(text: string): string[] {
  return fold(text).match(FOLDED_WORD) ?? [];
}

// Folded, because posts often come without diacritics.
const STOP_WORDS = new Set(
  (
    'la cua va cac nhung duoc cho trong voi tai theo nay do co mot ve tu den cung thi ma nhu da se ' +
    'dang bi boi khi vao ra o tren duoi nen de hay hoac neu con rang vi day kia ay the len moi ' +
    'the a an of to in on at by for with and or is are was were be been it its this that as from ' +
    'has have had their they he she his her which who not no khong'
  ).split(' '),
);

/** Whether a folded word says nothing about a text's subject. */
export function isStopWord(folded: string): boolean {
  return STOP_WORDS.has(folded);
}

/** Folded words that say what a text is about, in order, without stop words and lone letters. */
export function contentTerms(text: string): string[] {
  return foldedWords(text).filter(
    (term) => !STOP_WORDS.has(term) && (term.length > 1 || /\d/.test(term)),
  );
}
