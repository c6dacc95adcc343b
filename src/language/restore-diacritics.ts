import { ENGLISH_WORDS } from './function-words.ts';
import { bestPath, type Step } from './restore-diacritics-path.ts';
import type { SyllableCounts } from './syllable-counts.ts';
import { countMarks, marksToAdd } from './syllable-marks.ts';
import { landmarks, readWords, type TextWord } from './syllable-text.ts';

export interface RestoredText {
  /** NFC; the same length in characters as the NFC of the input. */
  readonly text: string;
  /** Syllables that got diacritics. */
  readonly changed: number;
}

/**
 * Puts missing diacritics back: among the accented forms of each syllable that keep the marks it has, the
 * likeliest sequence by the counts (a bigram Viterbi), written in the case of the input. What is no
 * Vietnamese syllable stays and is context. How many marks are missing is estimated from the whole text:
 * normal prose stays as it is. `layers` go from general to specific counts; without any nothing changes.
 * Linear in the length of the text.
 */
export function restoreDiacritics(input: string, layers: readonly SyllableCounts[]): RestoredText {
  const text = input.normalize('NFC');
  const words = readWords(text);
  const steps: Step[] = [];
  const stepOf = words.map((_, index) => {
    if (index > 0 && words[index]?.linked === false) steps.push(boundary);
    return steps.push(toStep(words, index, layers)) - 1;
  });
  const path = bestPath([...steps, boundary], layers);
  const parts: string[] = [];
  let end = 0;
  let changed = 0;
  words.forEach((word, index) => {
    const chosen = path[stepOf[index] as number] as string;
    if (chosen === word.symbol) return;
    parts.push(text.slice(end, word.start), inCaseOf(word.raw, chosen));
    end = word.end;
    changed += 1;
  });
  return { text: parts.join('') + text.slice(end), changed };
}

const boundary: Step = {
  key: landmarks.boundary,
  kept: 0,
  forms: [landmarks.boundary],
  missing: [0],
};

function toStep(
  words: readonly TextWord[],
  index: number,
  layers: readonly SyllableCounts[],
): Step {
  const word = words[index] as TextWord;
  const { symbol, key } = word;
  const kept = word.syllable === null ? 0 : countMarks(word.syllable);
  const forms = new Map([[symbol, 0]]);
  if (word.syllable !== null && !isForeign(words, index)) {
    for (const layer of layers) {
      for (const form of layer.forms(key).keys()) {
        const missing = marksToAdd(symbol, form);
        if (missing !== null) forms.set(form, missing);
      }
    }
  }
  return { key, kept, forms: [...forms.keys()], missing: [...forms.values()] };
}

/** Acronyms among lower-case words, and English words beside a word that is no Vietnamese syllable. */
function isForeign(words: readonly TextWord[], index: number): boolean {
  const word = words[index] as TextWord;
  const before = word.linked ? words[index - 1] : undefined;
  const next = words[index + 1];
  const after = next?.linked === true ? next : undefined;
  if (isCapitals(word) && !isCapitals(before) && !isCapitals(after)) return true;
  return ENGLISH_WORDS.has(word.raw.toLowerCase()) && (isOther(before) || isOther(after));
}

function isCapitals(word: TextWord | undefined): boolean {
  return word !== undefined && word.raw.length > 1 && word.raw === word.raw.toUpperCase();
}

function isOther(word: TextWord | undefined): boolean {
  return word !== undefined && word.syllable === null && /^\p{L}/u.test(word.raw);
}

/** Both are NFC of the same folded letters, so that letters stand at the same index. */
function inCaseOf(raw: string, syllable: string): string {
  if (raw === raw.toLowerCase()) return syllable;
  return [...syllable]
    .map((letter, index) =>
      raw[index] === raw[index]?.toLowerCase() ? letter : letter.toUpperCase(),
    )
    .join('');
}
