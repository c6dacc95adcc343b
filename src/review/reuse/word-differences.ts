import { fold } from '#language/fold.ts';
import type { TextSpan } from '#language/sentences.ts';
import { createOffsetMap } from '#language/code-points.ts';

const WORD = /\d+(?:[.,]\d+)*|[\p{L}\p{M}\p{N}]+/gu;

/** Words of each text that the other has not or has fewer of, diacritics and case aside; code points. */
export function wordDifferences(
  left: string,
  right: string,
): { left: TextSpan[]; right: TextSpan[] } {
  return { left: wordsBeyond(left, right), right: wordsBeyond(right, left) };
}

function wordsBeyond(text: string, other: string): TextSpan[] {
  const left = new Map<string, number>();
  for (const [word] of other.matchAll(WORD)) left.set(fold(word), (left.get(fold(word)) ?? 0) + 1);
  const { toCodePoint } = createOffsetMap(text);
  return Array.from(text.matchAll(WORD)).flatMap((match) => {
    const word = fold(match[0]);
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    if (count > 0) return [];
    const end = match.index + match[0].length;
    return [{ start: toCodePoint(match.index), end: toCodePoint(end), text: match[0] }];
  });
}
