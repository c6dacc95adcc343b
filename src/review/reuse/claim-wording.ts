import { sliceCodePoints } from '#language/code-points.ts';
import { fold } from '#language/fold.ts';
import { matchingText } from '#language/matching-text.ts';
import { placeTones } from '#language/place-tones.ts';
import { sha256Hex } from '#platform/hash.ts';
import { extractValues, type TextValue } from '#language/values/extract-values.ts';

/** Raised with every change of what two claims of one wording are: stored wordings are then made anew. */
export const wordingRules = 1;

/** A claim as it is compared with another: what is left when nothing that could be left out is there. */
export interface ClaimWording {
  /** Typed without diacritics: its words are compared folded. */
  readonly bare: boolean;
  readonly terms: readonly ClaimTerm[];
}

/** A word, or a number or date, whatever its notation. */
export interface ClaimTerm {
  readonly word: string;
  readonly folded: string;
  readonly value: TextValue | null;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:[-/&][\p{L}\p{M}\p{N}]+)*|%/gu;

/** Opens or closes a claim without being part of it; folded words, longest first where one begins another. */
const FRAMES = [
  'nghe noi|nghe don|nghe dau|duoc biet|nguoi ta noi|nguoi ta bao|ai cung bao|ai cung noi|dan mang noi|co tin|tin don',
  'tin nong|nong|soc|canh bao|thong bao|chu y|su that|thuc te|thuc ra|that ra|ro rang|chinh xac|moi nguoi oi|moi nguoi luu y',
  'chia se ngay|hay chia se|chia se gap|moi nguoi chia se|moi nguoi biet chua|100|day nhe|do nhe|dung vay',
  'breaking news|breaking|it is said|people say|they say|reportedly|apparently|in fact|actually|please share|share now|attention|fact',
]
  .join('|')
  .split('|')
  .map((phrase) => phrase.split(' '))
  .toSorted((a, b) => b.length - a.length);

/** Say nothing by themselves, wherever they stand: "đã" with its marks is not "đá". */
const FILLERS = new Set(
  'là của thì mà rằng các những nhé nha nhá à ạ ơi đó ấy kia này vậy ở tại vào đã the a an of that is are was were be in on at'.split(
    ' ',
  ),
);
const FOLDED_FILLERS = new Set(Array.from(FILLERS, fold));

/** Reads a claim for comparing; its text is brought to the standard written form first. Pure. */
export function wordingOf(text: string): ClaimWording {
  const written = placeTones(matchingText(text));
  return {
    bare: fold(written) === written.toLowerCase(),
    terms: withoutFrames(termsOf(written)),
  };
}

/** What a claim says. `marked`: it is held against another that has its diacritics too. */
export function sayingTerms({ terms }: ClaimWording, marked: boolean): readonly ClaimTerm[] {
  return terms.filter(({ word, folded, value }) =>
    value === null ? !(marked ? FILLERS.has(word) : FOLDED_FILLERS.has(folded)) : true,
  );
}

/**
 * What claims that say the same have in common, as a SHA-256: their folded words and their values, sorted.
 * Claims that say different things may have it in common too.
 */
export function wordingKey(text: string): Promise<string> {
  const terms = sayingTerms(wordingOf(text), false).map(({ folded, value }) =>
    value === null ? folded : keyOfValue(value),
  );
  return sha256Hex(terms.toSorted().join(' '));
}

/** Twelve digits: scaled figures differ in the last bits. */
function keyOfValue(value: TextValue): string {
  if (value.kind === 'date') return `=${value.year}/${value.month}/${value.day}`;
  const [from, to] = [value.readings[0], value.upTo[0]];
  return `=${from?.toPrecision(12)}-${to?.toPrecision(12) ?? ''} ${value.label}`;
}

function termsOf(text: string): ClaimTerm[] {
  const terms: ClaimTerm[] = [];
  let from = 0;
  for (const value of extractValues(text)) {
    if (value.start < from) continue;
    terms.push(...wordsOf(sliceCodePoints(text, from, value.start)));
    terms.push({ word: '', folded: '', value });
    from = value.end;
  }
  return [...terms, ...wordsOf(sliceCodePoints(text, from))];
}

function wordsOf(text: string): ClaimTerm[] {
  return Array.from(text.toLowerCase().matchAll(WORD), ([word]) => ({
    word,
    folded: fold(word),
    value: null,
  }));
}

function withoutFrames(terms: readonly ClaimTerm[]): readonly ClaimTerm[] {
  for (const frame of FRAMES) {
    const rest = withoutFrame(terms, frame);
    if (rest !== null) return withoutFrames(rest);
  }
  return terms;
}

function withoutFrame(
  terms: readonly ClaimTerm[],
  frame: readonly string[],
): readonly ClaimTerm[] | null {
  if (terms.length <= frame.length) return null;
  const isFrame = (part: readonly ClaimTerm[]): boolean =>
    part.every(({ folded }, index) => folded === frame[index]);
  if (isFrame(terms.slice(0, frame.length))) return terms.slice(frame.length);
  return isFrame(terms.slice(-frame.length)) ? terms.slice(0, -frame.length) : null;
}
