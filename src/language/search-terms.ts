import { lexicalTerms } from './terms.ts';
import { isVietnameseSyllable } from './vietnamese-syllable.ts';

/**
 * What is indexed and searched for: the terms of a text, and each pair of neighbours that both look
 * like Vietnamese syllables ("xuat khau"). A Vietnamese word is mostly two syllables written apart, so
 * single syllables confuse words that share one; in other languages pairs were measured to do harm
 * (`evals/TRIED.md`). A pair holds a space, which no single term does.
 */
export function searchTerms(text: string): string[] {
  const terms = lexicalTerms(text);
  const isSyllable = terms.map(isVietnameseSyllable);
  const pairs = terms.flatMap((term, index) =>
    index > 0 && isSyllable[index] === true && isSyllable[index - 1] === true
      ? [`${terms[index - 1]} ${term}`]
      : [],
  );
  return [...terms, ...pairs];
}
