import { isVietnameseSyllable } from '#language/vietnamese-syllable.ts';
import type { NameGroup } from './name-group.ts';
import { nameKey, nameTokens, type NameToken } from './name-tokens.ts';

/** An abbreviation this short is a word of some language too (UN, AN, WHO). */
const shortAbbreviation = 3;
/** Letters of a name that are looked up; a shorter name is looked up whole. */
const lookupLength = 5;
/** A text of more tokens than this, all in capitals, is written so; fewer may all be abbreviations. */
const fewTokens = 3;

interface Entry {
  readonly group: NameGroup;
  readonly marks: readonly string[];
  readonly onlyUpperCase: boolean;
}

/** Variants by `nameKey`, and every beginning of such a key. */
export interface NameIndex {
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
  readonly beginnings: ReadonlySet<string>;
}

export interface NameMention {
  readonly group: NameGroup;
  /** Code points into the text. */
  readonly start: number;
  readonly end: number;
}

/** Whether a variant is found only where it stands in capitals: UN, QH, AN, and MOET, which reads as a syllable. */
export function isShortAbbreviation(variant: string): boolean {
  const key = nameKey(variant);
  const isWord = key.length <= shortAbbreviation || isVietnameseSyllable(key);
  return isWord && /^\P{Ll}*\p{Lu}\P{Ll}*$/u.test(variant);
}

/** Prepares groups for `namesIn`. */
export function indexNames(groups: readonly NameGroup[]): NameIndex {
  const entries = new Map<string, Entry[]>();
  const beginnings = new Set<string>();
  for (const group of groups) {
    for (const { text } of group.variants) {
      const tokens = nameTokens(text);
      const key = tokens.map(({ letters }) => letters).join('');
      const marks = tokens.flatMap((one) => one.marks);
      const entry = { group, marks, onlyUpperCase: isShortAbbreviation(text) };
      const same = entries.get(key);
      if (same === undefined) entries.set(key, [entry]);
      else same.push(entry);
      for (let length = 1; length <= key.length; length += 1) beginnings.add(key.slice(0, length));
    }
  }
  return { entries, beginnings };
}

/**
 * The names in an NFC text, left to right, the longest at each place; none overlap. Spaces and hyphens
 * do not matter (Vietnam, Viet-Nam, hoangsa). A word may lack its diacritics but not have others (bien
 * dong and Biển dong are Biển Đông, biến động is not). A short abbreviation counts only in capitals, and
 * not in a text that is all capitals.
 */
export function namesIn(index: NameIndex, text: string): NameMention[] {
  const tokens = nameTokens(text);
  const shouts =
    tokens.length > fewTokens &&
    tokens.every(({ isUpperCase, letters }) => isUpperCase || /\d/.test(letters));
  const mentions: NameMention[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const found = longestAt(index, tokens, at, shouts);
    if (found === null) continue;
    const [first, last] = [tokens[at] as NameToken, tokens[found.last] as NameToken];
    mentions.push({ group: found.group, start: first.start, end: last.end });
    at = found.last;
  }
  return mentions;
}

/** What the names of a group begin with: a text that shares none of it with `textLookupTerms` holds none of them. */
export function nameLookupTerms(variants: ReadonlyArray<{ readonly text: string }>): string[] {
  return [...new Set(variants.map(({ text }) => nameKey(text).slice(0, lookupLength)))];
}

/** Everything a name in this text can begin with. */
export function textLookupTerms(text: string): string[] {
  const tokens = nameTokens(text);
  const terms = new Set<string>();
  for (let at = 0; at < tokens.length; at += 1) {
    let key = '';
    for (let next = at; next < tokens.length && key.length < lookupLength; next += 1) {
      const token = tokens[next] as NameToken;
      if (next > at && !token.joined) break;
      key += token.letters;
      terms.add(key.slice(0, lookupLength));
    }
  }
  return [...terms];
}

function longestAt(
  index: NameIndex,
  tokens: readonly NameToken[],
  at: number,
  shouts: boolean,
): { group: NameGroup; last: number } | null {
  let longest: { group: NameGroup; last: number } | null = null;
  let key = '';
  for (let last = at; last < tokens.length; last += 1) {
    const token = tokens[last] as NameToken;
    if (last > at && !token.joined) break;
    key += token.letters;
    if (!index.beginnings.has(key)) break;
    const span = tokens.slice(at, last + 1);
    const entry = index.entries.get(key)?.find((one) => agrees(one, span, shouts));
    if (entry !== undefined) longest = { group: entry.group, last };
  }
  return longest;
}

/** By word, and within a word in any order: hoà and hòa agree. */
function agrees(entry: Entry, span: readonly NameToken[], shouts: boolean): boolean {
  if (entry.onlyUpperCase && (shouts || !span.every((one) => one.isUpperCase))) return false;
  let letter = 0;
  return span.every(({ marks }) => {
    const wanted = entry.marks.slice(letter, letter + marks.length);
    letter += marks.length;
    return marks.every((one) => one === '') || sorted(marks) === sorted(wanted);
  });
}

function sorted(marks: readonly string[]): string {
  return [...marks.join('')].toSorted().join('');
}
