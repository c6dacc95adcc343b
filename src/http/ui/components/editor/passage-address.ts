import { sliceCodePoints } from '#language/code-points.ts';

/** Of a longer quote the beginning is enough to find it, and an address stays short. */
const longestQuote = 1_000;

/** The page that shows a passage in its document with a quote marked. */
export function passageAddress(postId: string, passage: string, quote: string): string {
  const start = sliceCodePoints(quote, 0, longestQuote);
  return `/posts/${postId}/passages/${passage}?quote=${encodeURIComponent(start)}`;
}
