import type { TextSpan } from '#language/sentences.ts';
import type { ComparedWord, ReadSentence } from './compared-sentence.ts';

/** Words of the claim and words of the passage that stand in each other's place. */
export interface Gap {
  /** Either may be empty, not both. */
  readonly claim: readonly ComparedWord[];
  readonly passage: readonly ComparedWord[];
  /** Number of equal words directly before and behind. */
  readonly before: number;
  readonly after: number;
}

export interface Alignment {
  /** Words in common in the same order. */
  readonly matched: number;
  readonly gaps: readonly Gap[];
}

/**
 * Aligns two sentences word by word (longest common subsequence). Words of the passage
 * before the first and behind the last common word are left out: a claim may tell a part only.
 * Time and memory grow with the product of the lengths; a sentence has at most a few hundred words.
 */
export function alignSentences(claim: ReadSentence, passage: ReadSentence): Alignment {
  const [ours, theirs] = [claim.words, passage.words];
  const pairs = commonPairs(ours, theirs);
  const gaps: Gap[] = [];
  for (let index = 0; index <= pairs.length; index += 1) {
    const [left, right] = [pairs[index - 1], pairs[index]];
    const mine = ours.slice((left?.[0] ?? -1) + 1, right?.[0] ?? ours.length);
    const inside = left !== undefined && right !== undefined;
    const from = left === undefined ? Math.max(0, (right?.[1] ?? 0) - mine.length) : left[1] + 1;
    const to = right === undefined ? from + mine.length : right[1];
    const other = theirs.slice(inside ? left[1] + 1 : from, inside ? right[1] : to);
    if (mine.length + other.length === 0) continue;
    gaps.push({
      claim: mine,
      passage: other,
      before: runLength(pairs, index - 1, -1),
      after: runLength(pairs, index, 1),
    });
  }
  return { matched: pairs.length, gaps };
}

/** The span of words that stand beside one another in `sentence`. */
export function spanOfWords(sentence: ReadSentence, words: readonly ComparedWord[]): TextSpan {
  const [start, end] = [words[0]?.start ?? sentence.start, words.at(-1)?.end ?? sentence.start];
  const text = Array.from(sentence.text)
    .slice(start - sentence.start, end - sentence.start)
    .join('');
  return { start, end, text };
}

/** The first of the spans that the words touch. */
export function within<Value extends { readonly start: number; readonly end: number }>(
  values: readonly Value[],
  words: readonly ComparedWord[],
): Value | undefined {
  return values.find((value) =>
    words.some((word) => word.start < value.end && word.end > value.start),
  );
}

type Pair = readonly [claim: number, passage: number];

function commonPairs(ours: readonly ComparedWord[], theirs: readonly ComparedWord[]): Pair[] {
  const width = theirs.length + 1;
  const lengths = new Uint16Array((ours.length + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = ours.length - 1; row >= 0; row -= 1) {
    for (let column = theirs.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] = isSame(ours[row], theirs[column])
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const pairs: Pair[] = [];
  let [row, column] = [0, 0];
  while (row < ours.length && column < theirs.length) {
    if (isSame(ours[row], theirs[column])) {
      pairs.push([row, column]);
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return pairs;
}

/** A word typed without diacritics is any of those it may be: "so" is "số" and "Sở", but these differ. */
function isSame(a: ComparedWord | undefined, b: ComparedWord | undefined): boolean {
  if (a === undefined || b === undefined || a.folded !== b.folded) return false;
  return a.lower === b.lower || a.lower === a.folded || b.lower === b.folded;
}

function runLength(pairs: readonly Pair[], index: number, step: 1 | -1): number {
  let length = 0;
  for (let at = index; pairs[at] !== undefined; at += step) {
    const [first, here] = [pairs[index], pairs[at]];
    if (first === undefined || here === undefined) break;
    if (Math.abs(here[0] - first[0]) !== length || Math.abs(here[1] - first[1]) !== length) break;
    length += 1;
  }
  return length;
}
