import { align, type Difference } from './align.ts';
import type { NearToken } from './near-text.ts';
import { isDenial, isMarked, isNumber, isOpposite } from './turning-words.ts';

type Tokens = readonly NearToken[];

/**
 * Whether a near copy says nothing that the first post does not say, as far as words tell: no other number,
 * date, denial, opposite or name, and no word in another place. It may leave whole sentences out, and may add a whole sentence, a
 * preface or an ending that hold neither a number nor a denial. Letters may have changed places. Pure.
 */
export function saysSame(first: Tokens, copy: Tokens): boolean {
  const alignment = align(first, copy);
  if (alignment === null) return false;
  const { pairs, differences } = alignment;
  return (
    pairs.every(([i, j]) => isSameWord(first[i] as NearToken, copy[j] as NearToken)) &&
    differences.every((one) => isHarmless(one, first, copy)) &&
    !isReordered(differences, first, copy)
  );
}

/** A word gone from one place and come in another: "A beat B" has the words of "B beat A". */
function isReordered(differences: readonly Difference[], first: Tokens, copy: Tokens): boolean {
  const within = differences.filter(
    ({ left, right }) => !isWhole(left, first) || !isWhole(right, copy),
  );
  const gone = new Set(
    within.flatMap(({ left }) => first.slice(...left).map((token) => token.folded)),
  );
  return within.some(({ right }) => copy.slice(...right).some((token) => gone.has(token.folded)));
}

/** "bảy" is not "bay" when both are typed with marks; without marks nobody can tell. */
function isSameWord(a: NearToken, b: NearToken): boolean {
  if (a.typed === b.typed || !isMarked(a) || !isMarked(b)) return true;
  return ![a, b].some((token) => isNumber(token) || isDenial(token));
}

function isHarmless({ left, right }: Difference, first: Tokens, copy: Tokens): boolean {
  const [gone, come] = [first.slice(...left), copy.slice(...right)];
  if (isMisspelling(gone, come)) return true;
  if ([...gone, ...come].some(isDenial)) return false;
  if (isWhole(left, first) && isWhole(right, copy)) {
    const named = gone.length > 0 && come.length > 0 && [...gone, ...come].some(isName);
    return !named && !come.some(isNumber);
  }
  return ![...gone, ...come].some((token) => isNumber(token) || isOpposite(token) || isName(token));
}

/** Nothing, whole sentences, or what stands before or after everything else. */
function isWhole([from, to]: readonly [number, number], tokens: Tokens): boolean {
  if (from === to || from === 0 || to === tokens.length) return true;
  return tokens[from]?.opens === true && tokens[to - 1]?.closes === true;
}

function isName(token: NearToken): boolean {
  return token.capital;
}

/** Word by word the same letters, the first and last in place: typed in a hurry. */
function isMisspelling(gone: Tokens, come: Tokens): boolean {
  return (
    gone.length === come.length &&
    gone.every((token, at) => isShuffled(token, come[at] as NearToken))
  );
}

function isShuffled(a: NearToken, b: NearToken): boolean {
  if (a.folded.length < 4 || isNumber(a) || isNumber(b) || isDenial(a) || isDenial(b)) return false;
  const sorted = (token: NearToken): string => [...token.folded].toSorted().join('');
  return (
    a.folded.at(0) === b.folded.at(0) &&
    a.folded.at(-1) === b.folded.at(-1) &&
    sorted(a) === sorted(b)
  );
}
