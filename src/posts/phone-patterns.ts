import type { IdentityPattern } from './identity-patterns.ts';

const GAP = String.raw`[ .\-]?`;
const VIETNAM = String.raw`\(?(?:\+84|0084|84|0)\)?${GAP}(?:\(0\)${GAP})?`;
const NOT_IN_NUMBER = String.raw`(?<!\p{N}|\p{N}[.,])`;
const NUMBER_ENDS = String.raw`(?!\p{N}|[.,]\p{N})`;
const CUE = String.raw`(?:sđt|sdt|đt|tel|phone|zalo|viber|whatsapp|số điện thoại|so dien thoai|liên hệ|lien he|lh|call)`;
const DATE = /(?<!\d)\d{1,2}[.-]\d{1,2}[.-]\d{4}(?!\d)/;
const THOUSANDS = /^\+?[1-9]\d{0,2}(?:([ .])\d{3})(?:\1\d{3})*$/;
const UNIT =
  /^\s*(?:đồng|dong|đ|vnđ|vnd|usd|người|nguoi|lượt|luot|triệu|trieu|tỷ|ty|tấn|tan|%)(?!\p{L})/iu;

/** Phone numbers; figures, dates and identifiers in links stay. */
export const PHONE_PATTERNS: readonly IdentityPattern[] = [
  {
    kind: 'phone',
    regex: new RegExp(`${NOT_IN_NUMBER}${VIETNAM}[35789](?:${GAP}\\d){8}${NUMBER_ENDS}`, 'gu'),
    accept: isVietnameseNumber,
  },
  {
    kind: 'phone',
    regex: new RegExp(
      `${NOT_IN_NUMBER}${VIETNAM}\\(?2\\d{1,2}\\)?(?:${GAP}\\d){7,8}${NUMBER_ENDS}`,
      'gu',
    ),
    accept: (match, before, after) =>
      /^0?(?:84)?2\d{9}$/.test(digitsOf(match).replace(/^00/, '').replace('840', '84')) &&
      isVietnameseNumber(match, before, after),
  },
  {
    kind: 'phone',
    regex: new RegExp(
      String.raw`(?<![\p{L}\p{N}])(?:\+|00)[1-9]\d{0,2}(?:[ .\-()]{0,2}\d){6,12}${NUMBER_ENDS}`,
      'gu',
    ),
    accept: (match, before) =>
      digitsOf(match).length >= 9 && !THOUSANDS.test(match) && !isInLink(before),
  },
  {
    kind: 'phone',
    regex: new RegExp(
      `(?<![\\p{L}\\p{N}])${CUE}\\s?[:：.]?\\s?(\\d(?:${GAP}\\d){7,11})${NUMBER_ENDS}`,
      'giu',
    ),
    group: 1,
    accept: (match, before, after) =>
      !THOUSANDS.test(match) && !DATE.test(match) && !UNIT.test(after) && !isInLink(before),
  },
];

function isVietnameseNumber(match: string, before: string, after: string): boolean {
  if (DATE.test(match) || isInLink(before)) return false;
  const groups = match.match(/\d+/g) ?? [];
  // Five pairs are a draw of numbers more often than a phone number.
  if (groups.length === 5 && groups.every((group) => group.length === 2)) return false;
  if (/^0\.\d+$/.test(match)) return false;
  if (!match.startsWith('84')) return true;
  return !UNIT.test(after) && !/^84(?:\.\d{3})+$/.test(match);
}

function digitsOf(match: string): string {
  return match.replace(/\D/g, '');
}

/** Article addresses end in long numbers. */
function isInLink(before: string): boolean {
  return /(?:https?:\/\/|www\.|\.[a-z]{2,4}\/)\S*$/i.test(before);
}
