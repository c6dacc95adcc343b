import { fold } from './fold.ts';
import { isVietnameseSyllable } from './vietnamese-syllable.ts';

const WORD = /[\p{L}\p{M}]+/gu;
const DOUBLED = /(\p{L})\1/iu;
const MARKED_THEN_PLAIN = /[\u00C0-\u01B0\u1E00-\u1EFF][aeiouy]/iu;
// Addresses, Roman numerals, letters that stand for themselves (AAA, kkk), and the one French word
// with an accent before its double that is usual elsewhere.
const MEANT_SO = /^(?:www|née|[ivxlcdm]+|(.)\1{0,2})$/iu;
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/gu;

interface Run {
  readonly first: string;
  readonly text: string;
  readonly length: number;
}

/**
 * Letters held for emphasis written once ("đẹpppp", "quáaaaa", "ơii"): always where a Vietnamese
 * syllable comes out and there were three or more or the word has a diacritic, which no English double
 * has. In other words three or more become one at the end and two inside ("helloooo", "coooool").
 * Roman numerals, "www" and doubled letters of English stay. Expects and gives NFC; idempotent.
 */
export function shrinkStretched(text: string): string {
  return text.replace(WORD, shrinkWord);
}

function shrinkWord(word: string): string {
  if (!DOUBLED.test(word) && !MARKED_THEN_PLAIN.test(word)) return word;
  if (MEANT_SO.test(word)) return word;
  const runs = readRuns(word);
  const longest = runs.reduce((length, run) => Math.max(length, run.length), 0);
  if (longest < 2) return word;
  const single = runs.map((run) => run.first).join('');
  const folded = fold(single);
  const accented = folded !== single.toLowerCase();
  if ((longest > 2 || accented) && isVietnameseSyllable(folded)) {
    return isVietnameseSyllable(fold(word)) ? word : single;
  }
  const last = runs.length - 1;
  return runs
    .map((run, index) => (run.length > 2 ? run.first.repeat(index === last ? 1 : 2) : run.text))
    .join('');
}

/** A toned vowel is mostly stretched without its tone: "á" and the "a" after it are one run. */
function readRuns(word: string): Run[] {
  const runs: Run[] = [];
  for (const letter of word) {
    const lower = letter.toLowerCase();
    const run = runs.at(-1);
    const first = run?.first.toLowerCase() ?? '';
    if (run !== undefined && (lower === first || lower === withoutTone(first))) {
      runs[runs.length - 1] = { ...run, text: run.text + letter, length: run.length + 1 };
    } else runs.push({ first: letter, text: letter, length: 1 });
  }
  return runs;
}

function withoutTone(letter: string): string {
  return letter.normalize('NFD').replace(TONE, '').normalize('NFC');
}
