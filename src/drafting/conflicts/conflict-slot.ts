import type { TextSpan } from '#language/sentences.ts';
import type { ComparedWord, ReadSentence } from './compared-sentence.ts';

/** How alike the surroundings of two spans are. */
export interface SlotLikeness {
  /** Content words both have nearby. */
  readonly shared: number;
  /** The same as a share of the smaller neighbourhood, 0–1. */
  readonly share: number;
  /** How many words directly beside the spans are the same, counted outwards on both sides. */
  readonly adjacent: number;
}

/** Words looked at on either side. */
const REACH = 7;

/** Compares what stands around a span of the claim and a span of the passage. */
export function compareSlots(
  claim: ReadSentence,
  claimSpan: TextSpan,
  passage: ReadSentence,
  passageSpan: TextSpan,
): SlotLikeness {
  const [ours, theirs] = [around(claim.words, claimSpan), around(passage.words, passageSpan)];
  const mine = contentOf([...ours.before, ...ours.after]);
  const other = contentOf([...theirs.before, ...theirs.after]);
  const shared = Array.from(mine).filter((word) => other.has(word)).length;
  const smaller = Math.min(mine.size, other.size);
  return {
    shared,
    share: smaller === 0 ? 0 : shared / smaller,
    adjacent:
      runLength(ours.before.toReversed(), theirs.before.toReversed()) +
      runLength(ours.after, theirs.after),
  };
}

function around(words: readonly ComparedWord[], { start, end }: TextSpan) {
  return {
    before: words.filter((word) => word.end <= start).slice(-REACH),
    after: words.filter((word) => word.start >= end).slice(0, REACH),
  };
}

function contentOf(words: readonly ComparedWord[]): ReadonlySet<string> {
  return new Set(words.filter(isContent).map((word) => word.folded));
}

function isContent({ content, folded }: ComparedWord): boolean {
  return content && !/^\d/.test(folded);
}

function runLength(a: readonly ComparedWord[], b: readonly ComparedWord[]): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length]?.folded === b[length]?.folded) {
    length += 1;
  }
  return length;
}
