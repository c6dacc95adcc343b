import { findDocumentNumbers } from '#language/document-number.ts';

const DIGIT = /\d/;

/**
 * Tells of a quote whether it speaks first of a document that the claim does not name, when the claim
 * names documents by number: what it says of that one answers nothing about these.
 */
export function speaksOfOther(claimText: string): (quote: string) => boolean {
  const claimed = new Set(findDocumentNumbers(claimText).flatMap(({ candidates }) => candidates));
  if (claimed.size === 0) return () => false;
  return (quote) => {
    const [first] = DIGIT.test(quote) ? findDocumentNumbers(quote) : [];
    return first !== undefined && !first.candidates.some((candidate) => claimed.has(candidate));
  };
}
