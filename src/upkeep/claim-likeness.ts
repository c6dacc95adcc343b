import { findDocumentNumbers } from '#language/document-number.ts';
import { fold } from '#language/fold.ts';

/**
 * Cosine, −1 to 1, from which on two claims are one question to the corpus. Across languages the same
 * meaning has a lower cosine, and chance a lower one still.
 */
export interface MeaningLimits {
  readonly sameLanguage: number;
  readonly acrossLanguages: number;
}

/**
 * Measured for the bundled model with centred vectors of the kind `query`. Share of pairs at or above:
 *
 * | pairs | .80 | .60 |
 * |---|---|---|
 * | posts as typed and in standard spelling (vilexnorm, vi) | .78 | .98 |
 * | reworded and reordered sentences (PAWS-X label 1, en / zh) | 1.00 / .81 | 1.00 / .99 |
 * | a sentence and its translation (Tatoeba vi-en / zh-en) | .11 / .00 | .71 / .32 |
 * | a question and its translation (XQuAD vi-en / vi-zh) | .15 / .03 | .48 / .25 |
 * | two questions on one paragraph, one language (XQuAD vi / en / zh) | .03 / .04 / .04 | .14 / .18 / .17 |
 * | two questions on one paragraph, two languages (XQuAD vi-en) | .01 | .04 |
 * | different articles (XQuAD, 1.4 million pairs, six pairs of languages) | 0 | 0 |
 * | different fact-checked claims (CT20, en, 319 thousand pairs) | ≤ 3e-6 | 2e-4 |
 *
 * 3,997 of these texts clustered: of 1,336 pairs put together .79 mean the same, .13 ask about one
 * paragraph, .08 are neither (with .75 for one language .76, .14, .10; with .55 across languages .18 are
 * neither); .98 of the spellings, .49 and .34 of the translations came together. A translation that is
 * missed is one more line of the report; two questions in one line hide one.
 */
const measured: Readonly<Record<string, MeaningLimits>> = {
  'multilingual-e5-small-int8': { sameLanguage: 0.8, acrossLanguages: 0.6 },
};

/** Null for a model nobody has measured: its cosines mean nothing here, and wording alone decides. */
export function meaningLimits(modelName: string | null): MeaningLimits | null {
  return modelName === null ? null : (measured[modelName] ?? null);
}

/**
 * Cosine of the sets of letter trigrams, from which on two claims of one language have one wording. Beside
 * the limit of meaning it raises the first line of the table above from .78 to .97, and the fifth by .01.
 */
export const wordingLimit = 0.7;

/** The letter trigrams of a text as hashes, each once, rising: folded, words parted by one space. */
export function letterShingles(text: string): Uint32Array {
  const letters = Array.from(` ${foldedWords(text)} `);
  const hashes = new Set<number>();
  for (let at = 0; at + 3 <= letters.length; at++) {
    hashes.add(hashOf(letters.slice(at, at + 3).join('')));
  }
  return Uint32Array.from(hashes).toSorted();
}

/** What two spellings of one claim share: letters and digits, folded. */
export function foldedWords(text: string): string {
  return (fold(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ');
}

/** 0 to 1: shared shingles over the geometric mean of both numbers. */
export function wordingLikeness(a: Uint32Array | undefined, b: Uint32Array | undefined): number {
  if (a === undefined || b === undefined) return 0;
  let [shared, ours, theirs] = [0, 0, 0];
  while (ours < a.length && theirs < b.length) {
    const [one, other] = [a[ours] as number, b[theirs] as number];
    if (one === other) shared += 1;
    if (one <= other) ours += 1;
    if (other <= one) theirs += 1;
  }
  return shared / Math.max(1, Math.sqrt(a.length * b.length));
}

/** Documents a claim names by number; two claims that name different ones ask for different positions. */
export function documentsNamed(text: string): ReadonlySet<string> {
  return new Set(findDocumentNumbers(text).flatMap(({ candidates }) => candidates));
}

/** FNV-1a over UTF-16 units. */
function hashOf(gram: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < gram.length; at++) {
    hash = Math.imul(hash ^ gram.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}
