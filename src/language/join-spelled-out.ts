import { fold } from './fold.ts';
import { splitSyllables } from './split-syllables.ts';
import { isVietnameseSyllable } from './vietnamese-syllable.ts';

const DOTTED = /(?<![\p{L}\p{N}.*_·])\p{L}{1,3}(?:[.*_·]\p{L}{1,4}){1,6}(?![\p{L}\p{N}])/gu;
const DOTS = /[.*_·]/u;
const ONSET = /^[bcdđghklmnpqrstvx]+$/iu;
const SPACED = /(?<![\p{L}\p{N}])\p{L}(?: {1,3}\p{L}){3,40}(?![\p{L}\p{N}])/gu;
const WIDE_GAP = / {2,}/;
const BEFORE_CAPITAL = /(?=\p{Lu})/u;
const FEWEST_LETTERS = 5;

/**
 * Words written in pieces so that no filter finds them, put together: "H.ồ C.h.í", "đ.ảng",
 * "V i ệ t N a m", "b i ể n đ ô n g". Only what becomes Vietnamese syllables and carries a diacritic, or
 * at least three lower-case letters of one syllable; initials (N.V.A), "v.v", "e.g" and sentences without a
 * space between them stay. Expects NFC; linear.
 */
export function joinSpelledOut(text: string): string {
  return text.replace(DOTTED, joinDotted).replace(SPACED, joinSpaced);
}

function joinDotted(match: string): string {
  const pieces = match.split(DOTS);
  const joined = pieces.join('');
  const folded = fold(joined);
  const [first = '', ...rest] = pieces;
  const letterByLetter = pieces.every((piece) => Array.from(piece).length === 1);
  if (!isVietnameseSyllable(folded) || !(letterByLetter || ONSET.test(first))) return match;
  if (hasMarkedVowel(joined)) return isOneCase(rest.join('')) ? joined : match;
  const isWord = letterByLetter && pieces.length > 2 && rest.join('') === folded.slice(1);
  return isWord ? joined : match;
}

function joinSpaced(match: string): string {
  const isUpper = match === match.toUpperCase();
  const groups = match
    .split(WIDE_GAP)
    .flatMap((part) => (isUpper ? [part] : part.split(BEFORE_CAPITAL)))
    .map((part) => part.replaceAll(' ', ''));
  const cut = groups.map(cutSyllables);
  const joined = groups.join('');
  if (joined.length < FEWEST_LETTERS || !hasMarkedVowel(joined) || cut.includes(null)) return match;
  return cut.join(' ');
}

function cutSyllables(run: string): string | null {
  const folded = fold(run);
  const syllables = folded.length === run.length ? splitSyllables(folded) : null;
  if (syllables === null || syllables.some((syllable) => syllable.length < 2)) return null;
  let start = 0;
  return syllables.map((syllable) => run.slice(start, (start += syllable.length))).join(' ');
}

/** A capital after the first piece means initials or a new sentence, unless all is in capitals. */
function isOneCase(rest: string): boolean {
  return rest === rest.toLowerCase() || rest === rest.toUpperCase();
}

function hasMarkedVowel(word: string): boolean {
  return /[aeiouy]\p{M}/iu.test(word.normalize('NFD'));
}
