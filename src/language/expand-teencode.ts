import { CHAT_SPELLINGS, NAME_ABBREVIATIONS } from './data/teencode.ts';
import { fold } from './fold.ts';
import { isVietnameseSyllable } from './vietnamese-syllable.ts';

const CHAT = readTable(CHAT_SPELLINGS);
const NAMES = readTable(NAME_ABBREVIATIONS);

const CITY = /(?<![\p{L}\p{N}]|[\p{L}\p{N}][-/._])tp\.? ?hcm(?![-/._]?[\p{L}\p{N}])/giu;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
// Beside these a word is part of a code, a formula or an address: 57-KL/TW, k = 2, tp.hcm.
const JOINED_BEFORE = /[\p{L}\p{N}][-/.,_&@]$|[-/_&@#=+×·^'’]\s?$/u;
const JOINED_AFTER = /^[-/.,_&@][\p{L}\p{N}]|^\s?[-/_&=+×·^'’]/u;
const NUMBER_BEFORE = /\p{N}\s?$/u;
const NUMBER_AFTER = /^[.:]?\s?\p{N}/u;
const SENTENCE_BEFORE = /(?:^|[.!?…:"“]\s{0,3})$/u;
// A single letter that stands for itself: an item, a footnote, a name, "điểm e khoản 2", "m vuông", "e ngại".
const LETTER_BEFORE =
  /(?<![\p{L}\p{N}])\p{L}\s?[,;]\s?$|[([]$|(?:vitamin|điểm|số|biến|hàm|khối|loại|nhóm|hạng|lớp|khoản|mục|phần|hình|chữ|bậc|cấp)\s$/iu;
const LETTER_AFTER =
  /^\s?[,;]\s?\p{L}(?![\p{L}\p{N}])|^[)\]]|^\s(?:khoản|điều|vuông|khối|ngại|dè|rằng|lệ|thẹn|ấp|sợ)(?!\p{L})/iu;
// Longer spellings that beside a number are an amount (triệu), a year of birth or milliseconds.
const UNITS = new Set(['tr', 'sn', 'ms']);
const NEXT_WORD = /^\s(\p{L}+)/u;
const LONGEST_CONTEXT = 16;

/**
 * Chat spellings and abbreviations of a Vietnamese text written out ("ko bt" → "không biết", "VN" →
 * "Việt Nam"); the caller knows that it is Vietnamese. Chat spellings match in small letters and at the
 * start of a sentence, names in the capitals of the table. Document numbers, formulas, units after a
 * number, lettered items, initials and single letters before a word that is not Vietnamese stay. Linear.
 */
export function expandTeencode(text: string): string {
  return expand(text, (word, before) => {
    const lower = word.toLowerCase();
    const meant = NAMES.get(word) ?? CHAT.get(lower);
    if (meant === undefined || NAMES.has(word) || word === lower) return meant;
    if (word.slice(1) !== lower.slice(1) || !SENTENCE_BEFORE.test(before)) return undefined;
    return meant.charAt(0).toUpperCase() + meant.slice(1);
  });
}

/** The abbreviations of names alone, for text in capitals, before these are given up. */
export function expandNames(text: string): string {
  return expand(text, (word) => NAMES.get(word));
}

function expand(
  text: string,
  lookUp: (word: string, before: string) => string | undefined,
): string {
  const cities = text.replace(CITY, 'Thành phố Hồ Chí Minh');
  return cities.replace(WORD, (word, at: number) => {
    if (!NAMES.has(word) && !CHAT.has(word.toLowerCase())) return word;
    const before = cities.slice(Math.max(0, at - LONGEST_CONTEXT), at);
    const after = cities.slice(at + word.length, at + word.length + LONGEST_CONTEXT);
    if (isPartOfMore(word, before, after)) return word;
    return lookUp(word, before) ?? word;
  });
}

function isPartOfMore(word: string, before: string, after: string): boolean {
  if (JOINED_BEFORE.test(before) || JOINED_AFTER.test(after)) return true;
  if (word.length > 1 && !UNITS.has(word.toLowerCase())) return false;
  if (NUMBER_BEFORE.test(before) || NUMBER_AFTER.test(after)) return true;
  return word.length === 1 && isLetter(before, after);
}

function isLetter(before: string, after: string): boolean {
  if (LETTER_BEFORE.test(before) || LETTER_AFTER.test(after)) return true;
  const next = NEXT_WORD.exec(after)?.[1] ?? 'a';
  return !isVietnameseSyllable(fold(next)) && !CHAT.has(next.toLowerCase()) && !NAMES.has(next);
}

function readTable(table: string): ReadonlyMap<string, string> {
  return new Map(
    table
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [meant = '', spellings = ''] = line.split(': ');
        return spellings.split(' ').map((spelling): [string, string] => [spelling, meant]);
      }),
  );
}
