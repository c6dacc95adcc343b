import { fold } from '#language/fold.ts';
import type { MatchView } from '#review/index.ts';

type MatchReasons = NonNullable<MatchView['reasons']>;

export interface ReadableReasons {
  readonly words: readonly string[];
  readonly numbers: readonly string[];
  readonly names: readonly string[];
  readonly missing: readonly string[];
}

/** What a tired reader takes in at one look; the first ones weigh most. */
const mostWords = 3;
/** A lone word this short ("ở", "the") agrees with anything. */
const shortWord = 3;
/** `57-KL/TW`: parts that only say something together. */
const compound = /^[\p{L}\p{M}\p{N}]+(?:[-/.][\p{L}\p{M}\p{N}]+)+$/u;
const edges = /^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}%]+$/gu;

/**
 * The reasons of a match without what a reader sees elsewhere: each thing once, parts of a document's
 * number as that number in the claim's spelling, small words left out, and no number
 * or name that stands among the `conflicts` (the words of the claim that differ), shared or missing.
 */
export function readableReasons(
  reasons: MatchReasons,
  claim: string,
  conflicts: readonly string[],
): ReadableReasons {
  const { phrases } = reasons;
  const words = claim.split(/\s+/u).map((word) => word.replace(edges, ''));
  const alone = new Set(words.map(fold));
  const compounds = words.filter((word) => compound.test(word));
  const compoundsWith = (item: string): string[] =>
    alone.has(fold(item)) ? [] : compounds.filter((one) => partsOf(one).includes(fold(item)));
  const found = new Set([...phrases, ...reasons.numbers, ...reasons.names].flatMap(partsOf));
  // Of a number that the passage has only a part of ("TW"), nothing is shared.
  const whole = (item: string): string[] => {
    const holding = compoundsWith(item);
    if (holding.length === 0) return [item];
    return holding.filter((one) => partsOf(one).every((part) => found.has(part))).slice(0, 1);
  };
  const differs = (item: string): boolean => conflicts.some((words) => holds(words, item));
  const numbers = reasons.numbers.flatMap(whole).filter((number) => !differs(number));
  const shownWords = withoutRepeats(
    phrases.filter((phrase) => !isSmall(phrase) && !isAmong(numbers, phrase)),
  ).slice(0, mostWords);
  const shownNumbers = withoutRepeats(numbers, shownWords);
  const shown = [...shownWords, ...shownNumbers];
  return {
    words: shownWords,
    numbers: shownNumbers,
    names: withoutRepeats(
      reasons.names.flatMap(whole).filter((name) => !differs(name)),
      shown,
    ),
    missing: withoutRepeats(
      reasons.missing.map((item) => compoundsWith(item)[0] ?? item),
      [...conflicts, ...shown],
    ),
  };
}

function partsOf(text: string): string[] {
  return plain(text).split(' ');
}

/** Items in order, without those whose words stand in an earlier one or in `shown`. */
function withoutRepeats(items: readonly string[], shown: readonly string[] = []): string[] {
  const kept: string[] = [];
  for (const item of items) {
    if (![...shown, ...kept].some((other) => holds(other, item))) kept.push(item);
  }
  return kept;
}

function holds(text: string, item: string): boolean {
  return ` ${plain(text)} `.includes(` ${plain(item)} `);
}

function plain(text: string): string {
  return fold(text)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .join(' ')
    .trim();
}

function isSmall(phrase: string): boolean {
  return /^[\p{L}\p{M}]+$/u.test(phrase) && [...phrase].length <= shortWord;
}

function isAmong(items: readonly string[], phrase: string): boolean {
  return items.some((item) => plain(item) === plain(phrase));
}
