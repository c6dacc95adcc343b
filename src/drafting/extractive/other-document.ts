import { sliceCodePoints } from '#language/code-points.ts';
import { findDocumentNumbers } from '#language/document-number.ts';

const SLASH = /\p{L}\/|\/\p{L}|\d\/\d/u;

/**
 * Tells of a quote whether it speaks first of a document that the claim does not name, when the claim
 * names documents by number: what it says of that one answers nothing about these.
 */
export function speaksOfOther(claimText: string): (quote: string) => boolean {
  const claimed = new Set(wholeNumbers(claimText).flat());
  if (claimed.size === 0) return () => false;
  return (quote) => {
    const [first] = SLASH.test(quote) ? wholeNumbers(quote) : [];
    return first !== undefined && !first.some((candidate) => claimed.has(candidate));
  };
}

/** What numbers written in full may be: a kind and a number alone can be a chance ("tối đa 3 cuốn"). */
function wholeNumbers(text: string): ReadonlyArray<readonly string[]> {
  return findDocumentNumbers(text)
    .filter(({ start, end }) => sliceCodePoints(text, start, end).includes('/'))
    .map(({ candidates }) => candidates);
}
