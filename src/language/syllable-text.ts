import { fold } from './fold.ts';
import { placeTones } from './place-tones.ts';
import { isVietnameseSyllable } from './vietnamese-syllable.ts';

// In this order: addresses, document numbers (57-KL/TW), words with their apostrophes and digits.
const WORD = new RegExp(
  [
    String.raw`(?:https?:\/\/|www\.)\S+|[\p{L}\p{N}._-]{1,64}@\S+|[@#]\S+|\[[^\]\n]{0,40}\]`,
    String.raw`\p{N}[\p{L}\p{N}]*(?:[-/.,:][\p{L}\p{N}]+)*`,
    String.raw`[\p{L}\p{M}\p{N}_]+(?:['’][\p{L}]+)*`,
  ].join('|'),
  'gu',
);
const LETTERS = /^\p{L}+$/u;
const NUMBER = /^\p{N}/u;
const SPACES = /^[ \t\u00A0]+$/;

/** What stands for everything that is no syllable: a number, any other word, a break between words. */
export const landmarks = { number: '0', word: '*', boundary: '.' } as const;

/** One word of a text; offsets are UTF-16 indices into the text it was read from. */
export interface TextWord {
  readonly start: number;
  readonly end: number;
  readonly raw: string;
  /** Lower case, one tone placement; null for what has not the shape of a Vietnamese syllable. */
  readonly syllable: string | null;
  /** What counts of neighbours know the word by: the syllable, or one of the `landmarks`. */
  readonly symbol: string;
  /** The symbol without diacritics. */
  readonly key: string;
  /** Whether nothing but spaces stands between this word and the one before it. */
  readonly linked: boolean;
}

/**
 * The words of a text in order, told apart by whether they can be Vietnamese syllables. Addresses,
 * numbers, document numbers and words with digits are words that cannot. Expects NFC; linear.
 */
export function readWords(text: string): TextWord[] {
  const words: TextWord[] = [];
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    const raw = match[0];
    const start = match.index;
    const folded = fold(raw);
    const isSyllable =
      folded.length === raw.length && LETTERS.test(raw) && isVietnameseSyllable(folded);
    const syllable = isSyllable ? placeTones(raw.toLowerCase()) : null;
    const symbol = syllable ?? (NUMBER.test(raw) ? landmarks.number : landmarks.word);
    words.push({
      start,
      end: start + raw.length,
      raw,
      syllable,
      symbol,
      key: isSyllable ? folded : symbol,
      linked: words.length > 0 && SPACES.test(text.slice(end, start)),
    });
    end = start + raw.length;
  }
  return words;
}

/** Whether a lower-case syllable carries a tone, a vowel mark or the stroke of đ. */
export function carriesMarks(word: {
  readonly syllable: string | null;
  readonly key: string;
}): boolean {
  return word.syllable !== null && word.syllable !== word.key;
}

/** The keys under which counts of a text's syllables and neighbours are kept, each once. */
export function countKeys(text: string): string[] {
  const keys = new Set<string>([landmarks.boundary]);
  let before: string = landmarks.boundary;
  const follow = (key: string) => {
    keys.add(`${before} ${key}`);
    before = key;
  };
  for (const { key, linked } of readWords(text.normalize('NFC'))) {
    if (!linked && before !== landmarks.boundary) follow(landmarks.boundary);
    keys.add(key);
    follow(key);
  }
  follow(landmarks.boundary);
  return [...keys];
}
