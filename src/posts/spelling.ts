import { fold } from '#language/fold.ts';

/** `bare`: Vietnamese typed without diacritics, and English. */
export type Spelling = 'marked' | 'bare';

/** A list or pattern in both spellings: with its marks, and folded for a text without any. */
export function inBothSpellings<T>(
  words: string,
  make: (words: string) => T,
): Readonly<Record<Spelling, T>> {
  return { marked: make(words), bare: make(fold(words)) };
}

/** Phrases, parted by `|`, as whole words anywhere in a text. */
export function wholeWords(phrases: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${listed(phrases)})(?![\\p{L}\\p{N}])`, 'u');
}

/** Phrases, parted by `|`, as whole words at the start of a text. */
export function startsWith(phrases: string): RegExp {
  return new RegExp(`^(?:${listed(phrases)})(?![\\p{L}\\p{N}])`, 'u');
}

function listed(phrases: string): string {
  return phrases
    .trim()
    .split(/\s*\|\s*/u)
    .join('|');
}
