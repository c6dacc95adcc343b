import { changeMatch, type Perturber, pick } from './change.ts';

// Written apart from what reads values in the product, so that the two cannot share a mistake.
const COUNT =
  /(?<![\p{L}\p{N}.,/-])\d{1,3}(?:[.,]\d{3})+(?![\d.,]*\d)|(?<![\p{L}\p{N}.,/-])\d{1,3}(?:[.,]\d{1,2})?(?=\s*(?:%|\p{Ll}))/gu;
const BEFORE_DATE = /(?:ngày|tháng|năm|điều|khoản|điểm|chương|article|section)\s*$/iu;
const YEAR = /(?<=(?:năm|in|since|from|until|từ|đến)\s)(?:1[5-9]|20)\d\d(?!\d)/giu;
const DAY = /(?<=ngày\s)\d{1,2}(?=(?:\s+tháng|\/))/giu;
const UNITS: Readonly<Record<string, readonly string[]>> = {
  km: ['m'],
  mét: ['km', 'cm'],
  tấn: ['kg', 'tạ'],
  kg: ['tấn', 'gam'],
  triệu: ['tỷ', 'nghìn'],
  tỷ: ['triệu'],
  nghìn: ['triệu'],
  giờ: ['phút', 'ngày'],
  ngày: ['tháng', 'giờ', 'tuần'],
  tháng: ['năm', 'ngày'],
  năm: ['tháng', 'ngày'],
  phút: ['giờ', 'giây'],
  đồng: ['USD'],
  USD: ['đồng'],
  million: ['billion', 'thousand'],
  billion: ['million'],
  years: ['months'],
  months: ['years'],
  days: ['weeks', 'hours'],
  hours: ['days'],
};
const MEASURED = new RegExp(
  `(?<=(?<![\\p{L}\\p{N}.,/])\\d+(?:[.,]\\d+)?\\s)(?:${Object.keys(UNITS).join('|')})(?![\\p{L}\\p{N}/])`,
  'gu',
);

/** Another figure of about the same size and written alike. */
export const perturbNumber: Perturber = (sentence, { random }) =>
  changeMatch(sentence, COUNT, random, (match) => {
    if (BEFORE_DATE.test(sentence.slice(0, match.index))) return null;
    const digits = Array.from(match[0]);
    const at = digits.findIndex((digit) => /[1-9]/.test(digit));
    const old = Number(digits[at]);
    const other = 1 + ((old + Math.floor(random() * 7)) % 9);
    if (at < 0 || other === old) return null;
    digits[at] = String(other);
    return digits.join('');
  });

/** Another year or day. */
export const perturbDate: Perturber = (sentence, { random }) => {
  const shift = (1 + Math.floor(random() * 9)) * (random() < 0.5 ? -1 : 1);
  const byYear = changeMatch(sentence, YEAR, random, (match) => String(Number(match[0]) + shift));
  if (byYear !== null && random() < 0.7) return byYear;
  const byDay = changeMatch(sentence, DAY, random, (match) =>
    String(1 + ((Number(match[0]) + Math.abs(shift)) % 28)),
  );
  return byDay ?? byYear;
};

/** The same figure in another unit or scale. */
export const perturbUnit: Perturber = (sentence, { random }) =>
  changeMatch(sentence, MEASURED, random, (match) => {
    const before = sentence.slice(0, match.index);
    const after = sentence.slice(match.index + match[0].length);
    // A part of a date, or an hour of the day, is no unit.
    if (/(?:ngày|tháng|năm|[Nn]gày|[Tt]háng)\s+\d+\s$/u.test(before)) return null;
    if (/^\s*\d|^\s+(?:sáng|chiều|tối|trưa|đêm)/u.test(after)) return null;
    return pick(UNITS[match[0]] ?? [], random) ?? null;
  });
