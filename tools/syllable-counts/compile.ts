import { fold } from '../../src/language/fold.ts';
import { syllableFileHeader } from '../../src/language/syllable-file.ts';
import { emptyTally, tallySyllables } from '../../src/language/syllable-tally.ts';
import { carriesMarks, landmarks, readWords } from '../../src/language/syllable-text.ts';

/** Counts alone are given for this many syllables. */
const scale = 10_000_000;

/**
 * The counts file: syllables alone from a frequency list (per million), pairs from texts. A syllable of
 * the texts that the list lacks is put in with its share there, at most that of the rarest in the list.
 */
export function compileCounts(frequencies: ReadonlyMap<string, number>, texts: readonly string[]) {
  const tally = emptyTally();
  for (const text of texts) if (isVietnamesePassage(text)) tallySyllables(tally, text);
  const alone = new Map<string, number>();
  for (const [word, perMillion] of frequencies) {
    const [read, ...more] = readWords(word.normalize('NFC'));
    if (read?.syllable === undefined || read.syllable === null || more.length > 0) continue;
    alone.set(read.syllable, (alone.get(read.syllable) ?? 0) + (perMillion * scale) / 1e6);
  }
  const rarest = Math.min(...alone.values());
  const total = tally.single.values().reduce((sum, count) => sum + count, 0);
  for (const [syllable, count] of tally.single) {
    const share = (count / total) * scale;
    if (isLandmark(syllable)) alone.set(syllable, share);
    else if (!alone.has(syllable)) alone.set(syllable, Math.min(rarest, share));
  }
  const lines = [...alone.keys()].toSorted(byKey).map((syllable) => {
    const pairs = [...(tally.pairs.get(syllable) ?? [])]
      .toSorted(([a, m], [b, n]) => n - m || byKey(a, b))
      .map(([second, count]) => `${second}:${count}`);
    return [syllable, Math.max(1, Math.round(alone.get(syllable) ?? 0)), ...pairs].join(' ');
  });
  return `${[syllableFileHeader, ...lines].join('\n')}\n`;
}

function isLandmark(symbol: string): boolean {
  return Object.values<string>(landmarks).includes(symbol);
}

/** Manuals leave many paragraphs in English. */
function isVietnamesePassage(text: string): boolean {
  const words = readWords(text.normalize('NFC')).filter((word) => /^\p{L}/u.test(word.raw));
  const syllables = words.filter((word) => word.syllable !== null);
  return (
    syllables.length >= 0.6 * words.length &&
    syllables.filter(carriesMarks).length >= 0.5 * syllables.length
  );
}

function byKey(a: string, b: string): number {
  const [keyA, keyB] = [fold(a), fold(b)];
  if (keyA !== keyB) return keyA < keyB ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}
