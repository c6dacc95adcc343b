import { fold } from './fold.ts';
import { UNSPACED } from './scripts.ts';

const URL =
  /(?:https?:\/\/|www\.)\S+|(?<![\p{L}\p{N}.-])(?:[a-z0-9-]{1,40}\.){1,4}(?:com|vn|net|org|info|gov|edu|io|me|ly|co|tv|cn|ru|uk)(?![\p{L}\p{N}-])(?:\/\S*)?/gu;
const HAS_URL = /https?:|www\.|\.[a-z]{2,4}(?![\p{L}\p{N}])/u;
// In this order: 57-kl/tw or 100/2015/qh13 · 1.000.000 or 2,5 · unspaced scripts · words.
const TERM = new RegExp(
  [
    String.raw`(?<document>(?<![\p{L}\p{N}/-])\d{1,5}(?:/\d{4})?[-/](?:[a-z]{1,8}\d{0,3})(?:[-/][a-z]{1,8}\d{0,3}){0,3}(?![\p{L}\p{N}]))`,
    String.raw`(?<number>(?<![\p{L}\p{N}])\d+(?:[.,]\d+)*(?![\p{L}\p{N}]))`,
    `(?<unspaced>[${UNSPACED}][${UNSPACED}\\p{Mn}\\p{Mc}]*)`,
    String.raw`(?<word>(?:(?![${UNSPACED}])[\p{L}\p{M}\p{N}])+)`,
  ].join('|'),
  'gu',
);
const THOUSANDS = /^[1-9]\d{0,2}(?:(?:\.\d{3})+|(?:,\d{3})+)$/;
const DECIMAL = /^\d+[.,]\d+$/;

// Thai, Lao, Burmese, Khmer, Arabic and Persian digits: the last four bits are the value.
const NATIVE_DIGIT =
  /[\u0E50-\u0E59\u0ED0-\u0ED9\u1040-\u1049\u17E0-\u17E9\u0660-\u0669\u06F0-\u06F9]/g;

let segmenter: Intl.Segmenter | undefined;

/**
 * Index terms of a text in order, repeats kept: folded (`fold`) runs of letters and digits.
 * Numbers agree across notations (1.000.000, 1,000,000 and 1000000; 2,5 and 2.5; 06 and 6; a single
 * group of three digits is read as thousands; ๒๐๒๔ and 2024), a document number such as 57-KL/TW gives itself and
 * its parts, scripts without spaces are cut into words, URLs give nothing, stop words stay.
 */
export function lexicalTerms(text: string): string[] {
  const terms: string[] = [];
  const folded = fold(text).replace(NATIVE_DIGIT, (digit) => String(digit.charCodeAt(0) & 0xf));
  const source = HAS_URL.test(folded) ? folded.replace(URL, ' ') : folded;
  for (const match of source.matchAll(TERM)) {
    const groups = match.groups ?? {};
    if (groups['word'] !== undefined) terms.push(groups['word']);
    else if (groups['number'] !== undefined) pushNumber(terms, groups['number']);
    else if (groups['document'] !== undefined) pushDocumentNumber(terms, groups['document']);
    else pushUnspaced(terms, match[0]);
  }
  return terms;
}

function pushNumber(terms: string[], raw: string): void {
  if (THOUSANDS.test(raw)) terms.push(raw.replace(/[.,]/g, ''));
  else if (DECIMAL.test(raw)) terms.push(stripZeros(raw.replace(',', '.')));
  else for (const part of raw.split(/[.,]/)) terms.push(stripZeros(part));
}

function pushDocumentNumber(terms: string[], raw: string): void {
  terms.push(raw);
  for (const part of raw.split(/[-/]/)) terms.push(/^\d/.test(part) ? stripZeros(part) : part);
}

function pushUnspaced(terms: string[], run: string): void {
  // One instance for every script: ICU picks its dictionary by character, not by locale.
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  for (const part of segmenter.segment(run)) if (part.isWordLike === true) terms.push(part.segment);
}

function stripZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '');
}
