import { detectLanguage } from './detect-language.ts';
import { carriesMarks, readWords } from './syllable-text.ts';

/** In Vietnamese prose nine words in ten are syllables; full of foreign names, two in three. */
const minSyllableShare = 0.6;
/** In prose .88 of the syllables carry marks, in half-accented text half of that. */
const maxLackingShare = 0.5;
/** A single syllable has no neighbour to tell what it means. */
const minSyllables = 2;

/**
 * The share of a Vietnamese text's syllables that carry marks, 0 to 1; null when the text is not
 * Vietnamese by the shape of its words, or only one syllable. Prose has .88, short questions less.
 */
export function markedShare(text: string): number | null {
  const words = readWords(text.normalize('NFC')).filter((word) => /^\p{L}/u.test(word.raw));
  const syllables = words.filter((word) => word.syllable !== null);
  if (syllables.length < Math.max(minSyllables, minSyllableShare * words.length)) return null;
  if (detectLanguage(text).language !== 'vi') return null;
  return syllables.filter(carriesMarks).length / syllables.length;
}

/**
 * Whether a text looks like Vietnamese typed without diacritics, or with few of them: false for other
 * languages, for normal Vietnamese, and for a text of a few syllables half of which carry marks.
 */
export function lacksDiacritics(text: string): boolean {
  const share = markedShare(text);
  return share !== null && share < maxLackingShare;
}
