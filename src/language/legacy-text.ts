import { ValidationError } from '#platform/errors.ts';

import { tcvn3Letters, vniLetter, vniLetters } from './data/legacy-tables.ts';
import { isMarkedSyllable } from './marked-syllable.ts';

export type LegacyFont = 'tcvn3' | 'vni';

/** Names as editors know them, with what made such texts. */
export const encodingNames = {
  tcvn3: 'TCVN3 (ABC, fonts .VnTime)',
  vni: 'VNI (fonts VNI-Times)',
  viscii: 'VISCII',
  'windows-1258': 'Windows-1258',
} as const;

/** What the words with diacritics of a text say about how it was decoded. */
export interface SyllableEvidence {
  /** Words with diacritics, the first 3,000. */
  readonly marked: number;
  /** Of these, well-formed Vietnamese syllables. */
  readonly wellFormed: number;
  /** Different well-formed ones. */
  readonly distinct: number;
}

export interface LegacyReading {
  readonly encoding: LegacyFont;
  /** 0 to 1: the share of well-formed syllables, less for few words. */
  readonly confidence: number;
  /** Words that stay unreadable after conversion: foreign names, or damage. */
  readonly unreadable: readonly string[];
  /** Whole lines of the text, in Unicode; lines that are Unicode already stay as they are. */
  readonly convert: (lines: string) => string;
}

const MAX_WORDS = 3000;
const SAMPLE_LENGTH = 262_144;
// French and German in these tables give under a third well-formed words, own texts over nine in ten.
const CLEAR = 0.85;
const SUSPECT_SHARE = 0.6;
const SUSPECT_WORDS = 8;
/** How much better than the text as it stands a reading must be. */
const LEAD = 0.3;
/** Every sixth word with diacritics has ư; among so many its absence means that it was lost. */
const WORDS_WITH_U_HORN = 60;
const UNICODE_ONLY =
  /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01A0\u01A1\u01AF\u01B0\u1EA0-\u1EF9]/;
const LATIN_1 = /[\u00A1-\u00FF]/;
// Small letters with diacritics among capitals without: "céNG HOµ" in .VnTimeH.
const CAPITAL_FONT = /(?=\p{Ll})[^\u0000-\u007F][A-Z]|[A-Z]{2}(?=\p{Ll})[^\u0000-\u007F]/u;

/** @see SyllableEvidence */
export function weighSyllables(text: string): SyllableEvidence {
  const known = new Map<string, boolean>();
  let marked = 0;
  let wellFormed = 0;
  for (const [word] of text.matchAll(/[\p{L}\p{M}\uFFFD]+/gu)) {
    if (!/[^\u0000-\u007F]/.test(word)) continue;
    if (marked >= MAX_WORDS) break;
    marked += 1;
    const lower = word.toLowerCase();
    const good = known.get(lower) ?? isMarkedSyllable(lower);
    known.set(lower, good);
    if (good) wellFormed += 1;
  }
  return { marked, wellFormed, distinct: [...known.values()].filter(Boolean).length };
}

/** 0 to 1: three different words are the least that can reach `clearConfidence`. */
export function confidenceOf(evidence: SyllableEvidence): number {
  return shareOf(evidence) * (1 - 0.5 ** evidence.distinct);
}

export const clearConfidence = CLEAR;

/**
 * Unicode letters of a text whose characters stand for TCVN3 or VNI bytes, as Latin-1. Capitals of the
 * TCVN3 fonts for capitals (.VnTimeH), which use the codes of small letters, are put back where the
 * letters without diacritics beside them are capitals. `unmapped` replaces Latin-1 letters that the
 * table lacks; without it they stay.
 */
export function convertLegacy(text: string, encoding: LegacyFont, unmapped?: string): string {
  const other = (char: string): string => (/\p{L}/u.test(char) ? (unmapped ?? char) : char);
  if (encoding === 'vni') {
    return text.replace(vniLetter, (chars) => vniLetters.get(chars) ?? other(chars));
  }
  return text
    .replace(/[\u00A1-\u00FF]/g, (char) => tcvn3Letters.get(char) ?? other(char))
    .split('\n')
    .map(restoreCapitals)
    .join('\n');
}

/**
 * Whether Unicode text is really TCVN3 or VNI whose bytes were taken for Latin-1, as DOCX and PDF files
 * set in such fonts give; null for every other text, short ones included. In a text that also holds
 * Vietnamese in Unicode, line by line.
 * @throws ValidationError naming encoding and remedy when it looks so but cannot be converted safely.
 */
export function detectLegacyText(text: string, field = 'text'): LegacyReading | null {
  if (!LATIN_1.test(text)) return null;
  const mixed = UNICODE_ONLY.test(text);
  const sample = text
    .split('\n')
    .filter((line) => LATIN_1.test(line) && !UNICODE_ONLY.test(line))
    .join('\n')
    .slice(0, SAMPLE_LENGTH);
  const asIs = shareOf(weighSyllables(sample));
  const [best] = (['tcvn3', 'vni'] as const)
    .map((encoding) => ({
      encoding,
      evidence: weighSyllables(convertLegacy(sample, encoding, '\uFFFD')),
    }))
    .toSorted((one, other) => confidenceOf(other.evidence) - confidenceOf(one.evidence));
  if (best === undefined || shareOf(best.evidence) < asIs + LEAD) return null;
  const { encoding, evidence } = best;
  const confidence = confidenceOf(evidence);
  if (confidence < CLEAR) {
    if (shareOf(evidence) < SUSPECT_SHARE || evidence.distinct < SUSPECT_WORDS) return null;
    throw refusal(
      field,
      encoding,
      `only ${evidence.wellFormed} of ${evidence.marked} words can be read so`,
    );
  }
  if (encoding === 'tcvn3' && evidence.marked >= WORDS_WITH_U_HORN && !sample.includes('\u00AD')) {
    throw refusal(field, encoding, 'its letter ư was lost as a soft hyphen');
  }
  if (mixed) refuseUndecidedLines(text, encoding, field);
  return {
    encoding,
    confidence,
    unreadable: unreadableWords(convertLegacy(sample, encoding)),
    convert: (lines) =>
      lines
        .split('\n')
        .map((line) => {
          const keep = mixed && (UNICODE_ONLY.test(line) || preference(line, encoding) <= 0);
          return keep ? line : convertLegacy(line, encoding);
        })
        .join('\n'),
  };
}

function refuseUndecidedLines(text: string, encoding: LegacyFont, field: string): void {
  for (const [index, line] of text.split('\n').entries()) {
    const gain = LATIN_1.test(line) ? preference(line, encoding) : -1;
    const undecided = UNICODE_ONLY.test(line)
      ? gain > 1
      : gain === 0 && weighSyllables(line).marked > 0;
    if (!undecided) continue;
    throw refusal(field, encoding, `line ${index + 1} mixes it with Unicode, or could be either`);
  }
}

/** How many more words of a line are well-formed after conversion. */
function preference(line: string, encoding: LegacyFont): number {
  const converted = weighSyllables(convertLegacy(line, encoding, '\uFFFD')).wellFormed;
  return converted - weighSyllables(line).wellFormed;
}

function unreadableWords(text: string): string[] {
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  const bad = words.filter((word) => /[^\u0000-\u007F]/.test(word) && !isMarkedSyllable(word));
  return [...new Set(bad)];
}

function restoreCapitals(line: string): string {
  if (!CAPITAL_FONT.test(line)) return line;
  const capitalsOnly = !/[a-z]{2}/.test(line);
  return line.replace(/[\p{L}\p{M}]+/gu, (word) => {
    const clear = CAPITAL_FONT.test(word) || (capitalsOnly && /[A-Z]/.test(word));
    return clear && !/[a-z]{2}/.test(word) ? word.toUpperCase() : word;
  });
}

function shareOf({ marked, wellFormed }: SyllableEvidence): number {
  return marked === 0 ? 0 : wellFormed / marked;
}

function refusal(field: string, encoding: LegacyFont, why: string): ValidationError {
  return new ValidationError(
    `${field} looks like ${encodingNames[encoding]} read as Latin letters, but ${why}`,
    {
      field,
      remedy: `convert all of it to Unicode, for example with UniKey's converter, save it and import it again`,
    },
  );
}
