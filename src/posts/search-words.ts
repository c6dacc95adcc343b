import { canonicalText } from '#language/canonical-text.ts';

/** What is searched for: runs of words that stand together, and the beginning of one more. */
export interface SearchWords {
  readonly phrases: readonly string[];
  readonly prefix: string | null;
}

const wordLike = /[\p{L}\p{N}]/u;

/**
 * Reads what was typed into a search: all words are wanted, words in quotation marks together, and the
 * last one may go on unless a quotation mark or blank ends it. Null: nothing in it can be searched for.
 */
export function searchWords(typed: string): SearchWords | null {
  const phrases: string[] = [];
  let last: string | null = null;
  for (const [, quoted, word] of canonicalText(typed.replaceAll('\0', ' ')).matchAll(
    /["“”„]([^"“”„]*)["“”„]|([^\s"“”„]+)/gu,
  )) {
    const part = quoted ?? word ?? '';
    if (!wordLike.test(part)) continue;
    if (last !== null) phrases.push(last);
    last = null;
    if (quoted === undefined) last = part;
    else phrases.push(part);
  }
  return phrases.length === 0 && last === null ? null : { phrases, prefix: last };
}
