import { wordKey } from '../text/word-key.ts';

/** A word, a number with its separators, or one mark, of a sentence's own wording or of a quote. */
export interface OwnToken {
  /** Spelling aside, two tokens are the same when their keys are. */
  readonly key: string;
  /** UTF-16 indices. */
  readonly start: number;
  readonly end: number;
  readonly isWord: boolean;
}

// Chinese has no blanks: each character is a token there.
const TOKEN = /\d+(?:[.,]\d+)*|\p{Script=Han}|[[\p{L}\p{M}\p{N}]--\p{Script=Han}]+|\S/gv;
const WORD = /[\p{L}\p{N}]/u;

/** Tokens of a text in order; upper and lower case, Unicode form and tone placement do not matter. */
export function ownTokens(text: string): OwnToken[] {
  return Array.from(text.matchAll(TOKEN), (match) => ({
    key: wordKey(match[0].toLowerCase()),
    start: match.index,
    end: match.index + match[0].length,
    isWord: WORD.test(match[0]),
  }));
}
