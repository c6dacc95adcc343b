import { foldedWords } from './tokens.ts';

const UPPER_CASE = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}\p{N}]*/gu;

/** Folded words with single blanks, so that marks, case and spacing do not matter. */
export function plain(text: string): string {
  return foldedWords(text).join(' ');
}

/** Length in words of the longest run of folded words two texts share. */
export function longestRun(a: string, b: string): number {
  const [left, right] = [plain(a).split(' '), plain(b).split(' ')];
  let best = 0;
  let previous: number[] = [];
  for (const word of left) {
    const current = right.map((other, j) => (word === other ? (previous[j - 1] ?? 0) + 1 : 0));
    best = Math.max(best, ...current);
    previous = current;
  }
  return best;
}

/** Upper-case words of a text that are more than the start of a sentence. */
export function properNames(text: string): string[] {
  const names: string[] = [];
  for (const match of text.matchAll(UPPER_CASE)) {
    const starts = /(?:^|[.!?:…])\P{L}*$/u.test(text.slice(0, match.index));
    // A sentence starts in upper case anyway, unless an upper-case word follows it directly.
    if (!starts || /^\s\p{Lu}/u.test(text.slice(match.index + match[0].length)))
      names.push(match[0]);
  }
  return names;
}
