import { fewestTokens, jaccard, shingles } from './near-keys.ts';
import type { NearText } from './near-text.ts';
import { saysSame } from './says-same.ts';

/**
 * Share of shingles that a near copy has in common with the first post, 0 to 1. Of 200 posts of 150 to 900
 * letters in 13 kinds of noise only letters that changed places (.35 found at .3, .33 at .5, .14 at .7) and a
 * sentence cut (.78, .72, .52) depend on it; what refuses the others is `saysSame`. Lower lets more texts be
 * compared that share little, for hardly more copies.
 */
export const nearFrom = 0.5;

/** How alike two posts are, 0 to 1; null when they do not belong to one cluster. Pure. */
export function nearCopy(first: NearText, copy: NearText): number | null {
  if (first.tokens.length < fewestTokens || copy.tokens.length < fewestTokens) {
    return isSameWording(first, copy) ? 1 : null;
  }
  const likeness = jaccard(shingles(first), shingles(copy));
  return likeness >= nearFrom && saysSame(first.tokens, copy.tokens) ? likeness : null;
}

function isSameWording(a: NearText, b: NearText): boolean {
  return (
    a.tokens.length === b.tokens.length &&
    a.tokens.every((token, at) => token.typed === b.tokens[at]?.typed)
  );
}
