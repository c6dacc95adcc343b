import { fold } from './fold.ts';
import type { SyllableCountRow } from './syllable-counts.ts';
import { landmarks, readWords } from './syllable-text.ts';

/** Counts of syllables and of neighbours, by the accented forms. */
export interface SyllableTally {
  readonly single: Map<string, number>;
  /** By first syllable. */
  readonly pairs: Map<string, Map<string, number>>;
}

export function emptyTally(): SyllableTally {
  return { single: new Map(), pairs: new Map() };
}

/** Adds the syllables of a text, and their neighbours, among which numbers and breaks count (`landmarks`). */
export function tallySyllables(tally: SyllableTally, text: string): void {
  let before: string = landmarks.boundary;
  for (const { symbol, linked } of readWords(text.normalize('NFC'))) {
    if (!linked && before !== landmarks.boundary) {
      addPair(tally, before, landmarks.boundary);
      before = landmarks.boundary;
    }
    addPair(tally, before, symbol);
    before = symbol;
  }
  addPair(tally, before, landmarks.boundary);
}

function addPair({ single, pairs }: SyllableTally, first: string, second: string): void {
  single.set(first, (single.get(first) ?? 0) + 1);
  const row = pairs.get(first) ?? new Map<string, number>();
  pairs.set(first, row.set(second, (row.get(second) ?? 0) + 1));
}

/** The tally as rows, those of one syllable before those of pairs. */
export function* tallyRows({ single, pairs }: SyllableTally): Generator<SyllableCountRow> {
  for (const [first, count] of single) yield { key: fold(first), first, second: '', count };
  for (const [first, followers] of pairs) {
    for (const [second, count] of followers) {
      yield { key: `${fold(first)} ${fold(second)}`, first, second, count };
    }
  }
}
