import { findDocumentNumbers } from '#language/document-number.ts';
import { fold } from '#language/fold.ts';
import { CUES } from './checkability-cues.ts';
import type { CheckabilityInput } from './checkability-rules.ts';
import { writtenClaim } from './checkability-text.ts';
import { markerTokens, matchMarkers, withoutQuotes } from './marker-match.ts';

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’]\p{L}+)?/gu;
const cues = Object.entries(CUES).map(([name, { vi, en }]) => ({
  name,
  vi: phrases(vi),
  folded: phrases(fold(vi)),
  en: phrases(en),
}));

function phrases(list: string): RegExp {
  const any = list
    .trim()
    .split(/\s*\|\s*/u)
    .join('|');
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${any})(?![\\p{L}\\p{M}\\p{N}])`, 'gu');
}

const OPENING_DOCUMENT =
  /^(?:trong |theo |ban |the |van ban )?(?:dieu|ket luan|chi thi|de an|tuyen ngon|cong uoc|hien phap|bo luat|luat|nghi dinh|article|conclusion|directive|project|declaration) /u;
const shapes: ReadonlyArray<readonly [string, (folded: string, written: string) => boolean]> = [
  ['numbered', (folded) => /(?<!\p{L})(?:dieu|khoan|article|section) \d/u.test(folded)],
  ['document_number', (_, written) => findDocumentNumbers(written).length > 0],
  ['opening_document', (folded) => OPENING_DOCUMENT.test(folded)],
  ['year', (folded) => /(?<![\p{L}\d])(?:1[0-9]|20)\d\d(?!\d)/u.test(folded)],
  [
    'day',
    (folded) =>
      /\d{1,2}[/.-]\d{1,2}|(?:ngay|mung|thang) \d|\d (?:january|february|march|april|may|june|july|august|september|october|november|december)/u.test(
        folded,
      ),
  ],
  [
    'amount',
    (folded) =>
      /\d[\d.,]* ?(?:%|trieu|ty|ti|nghin|ngan|nguoi|km|hai ly|dong|usd|phan tram|percent|million|billion|nautical)/u.test(
        folded,
      ),
  ],
  ['digit', (folded) => /\d/u.test(folded)],
  ['exclaims', (_, written) => /[!！]\s*$/u.test(written)],
  ['trails_off', (_, written) => /(?:…|\.\.\.)/u.test(written)],
  ['colon', (_, written) => /\p{L}: /u.test(written)],
  ['semicolon', (_, written) => /;/u.test(written)],
  ['comma', (_, written) => written.includes(', ')],
  ['commas', (_, written) => (written.match(/, /gu)?.length ?? 0) > 1],
  ['opening_name', (_, written) => /^\p{Lu}\p{Ll}+ \p{Lu}/u.test(written)],
  ['name', (_, written) => names(written) > 0],
  ['names', (_, written) => names(written) > 1],
];

/** Words that begin with a capital without beginning the text. */
function names(written: string): number {
  return written.match(/(?<=[\p{L}\p{N},;:] )(?!I[ '’])\p{Lu}\p{Ll}/gu)?.length ?? 0;
}

/**
 * What the classifier sees in a claim, by name: its words and pairs of neighbours without diacritics
 * (`w:`, together of length 2 or a little more), manners of writing (`c:`), shape (`s:`) and kinds of
 * markers (`m:`). Quoted speech does not count: it is not the writer's manner. Empty for an empty text.
 */
export function checkabilityFeatures({ text, language }: CheckabilityInput): Map<string, number> {
  const written = writtenClaim(withoutQuotes(text));
  const folded = fold(written).replaceAll('’', "'");
  const words = Array.from(folded.matchAll(WORD), ([word]) => word);
  const tokens = words.map((word) =>
    /^\d+$/.test(word) ? (/^(?:1[0-9]|20)\d\d$/.test(word) ? '0000' : '0') : word,
  );
  const features = new Map<string, number>();
  const share = 2 / Math.sqrt(Math.max(tokens.length, 4));
  for (const [rank, token] of tokens.entries()) {
    features.set(`w:${token}`, share);
    const next = tokens[rank + 1];
    if (next !== undefined) features.set(`w:${token} ${next}`, share);
  }
  const lower = written.toLowerCase().replaceAll('’', "'");
  for (const { name, vi, folded: bare, en } of cues) {
    const found = count(lower, language === 'en' ? en : lower === folded ? bare : vi);
    if (found > 0) features.set(`c:${name}`, 1);
    if (found > 1) features.set(`c:${name}+`, 1);
  }
  for (const [name, holds] of shapes) if (holds(folded, written)) features.set(`s:${name}`, 1);
  for (const limit of [6, 9, 13, 18])
    if (words.length >= limit) features.set(`s:words_${limit}`, 1);
  for (const hit of matchMarkers(markerTokens(withoutQuotes(text), language), language)) {
    features.set(`m:${hit.kind}`, 1);
  }
  return features;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
