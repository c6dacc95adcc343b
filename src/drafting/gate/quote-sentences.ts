import { codePointLength } from '#language/code-points.ts';
import { splitSentences } from '#language/sentences.ts';
import { extractNames } from '#language/values/names.ts';
import { extractValues } from '#language/values/extract-values.ts';
import { isLongEnough } from '../extractive/quotable-spans.ts';
import { findOmission } from './omissions.ts';
import { type OwnToken, ownTokens } from './own-tokens.ts';

const UNCUT = { maxCodePoints: Number.MAX_SAFE_INTEGER };
const BOUNDARY = /^[,.;:!?…，；：。！？、()（）"]$/u;
/** Tokens a list's marker or a connective has at most. */
const LONGEST_OPENING = 6;

/** A sentence of a cited quote, ready to be compared with a sentence's own wording. */
export interface QuoteSentence {
  readonly tokens: readonly OwnToken[];
  /** Indices of tokens at which a clause that can stand alone may begin. */
  readonly starts: readonly number[];
  /** Whether the tokens from `start` up to, not including, `end` say by themselves what they say here. */
  readonly standsAlone: (start: number, end: number) => boolean;
}

export function quoteSentences(quote: string): QuoteSentence[] {
  return splitSentences(quote, UNCUT).map(({ text }) => {
    const tokens = ownTokens(text);
    return { tokens, starts: startsOf(tokens), standsAlone: aloneIn(text, tokens) };
  });
}

export function isBoundary(token: OwnToken | undefined): boolean {
  return token === undefined || BOUNDARY.test(token.key);
}

/** The beginning, what follows its marker or connective, and what follows a semicolon of no list. */
function startsOf(tokens: readonly OwnToken[]): number[] {
  const colon = tokens.findIndex(({ key }) => key === ':' || key === '：');
  return Array.from(tokens.keys()).filter((index) => {
    if (index <= LONGEST_OPENING) return true;
    const before = tokens[index - 1]?.key ?? '';
    return /^[;；]$/.test(before) && (colon < 0 || colon >= index);
  });
}

function aloneIn(text: string, tokens: readonly OwnToken[]): QuoteSentence['standsAlone'] {
  const known = new Map<string, boolean>();
  let whole: ReadonlyArray<{ start: number; end: number }> | null = null;
  return (start, end) => {
    const key = `${start}-${end}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const [first, last] = [tokens[start], tokens[end - 1]];
    if (first === undefined || last === undefined) return false;
    const from = codePointLength(text.slice(0, first.start));
    const to = from + codePointLength(text.slice(first.start, last.end));
    whole ??= [...extractNames(text), ...extractValues(text)];
    const cutsName = whole.some((span) => isInside(span, from) || isInside(span, to));
    const alone =
      !cutsName &&
      isLongEnough(text.slice(first.start, last.end)) &&
      findOmission(text, from, to) === null;
    known.set(key, alone);
    return alone;
  };
}

function isInside({ start, end }: { start: number; end: number }, at: number): boolean {
  return start < at && at < end;
}
