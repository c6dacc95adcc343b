import { lexicalTerms } from './terms.ts';

/**
 * What is indexed and searched for: the terms of a text and each pair of neighbouring terms ("xuat
 * khau"). A Vietnamese word is mostly two syllables written apart, so single terms alone confuse words
 * that share one. A pair holds a space, which no single term does.
 */
export function searchTerms(text: string): string[] {
  const terms = lexicalTerms(text);
  return [...terms, ...terms.slice(1).map((term, index) => `${terms[index]} ${term}`)];
}
