import { createOffsetMap } from '#language/code-points.ts';
import { fold } from '#language/fold.ts';
import type { TextSpan } from '#language/sentences.ts';

export interface NumberValue extends TextSpan {
  readonly kind: 'number';
  /** Every value the digits can mean: "1.500" is 1500 in Vietnamese and 1.5 in English. */
  readonly readings: readonly number[];
  /** Folded word after the number ("30 điều" → "dieu"), "%" or "". */
  readonly unit: string;
  /** Folded word before an identifying number ("Điều 5" → "dieu"), else "". */
  readonly label: string;
}

export interface DateValue extends TextSpan {
  readonly kind: 'date';
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

export type TextValue = NumberValue | DateValue;

const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
const MONTH = `(?<monthName>${MONTHS.join('|')})`;
const DAY = '(?<day>\\d{1,2})';
const YEAR = '(?<year>(?:1[0-9]|20)\\d\\d)';
const NGAY = '(?:ng[àa]y\\s+)?';
const THANG = 'th[áa]ng\\s+(?<month>\\d{1,2})';
const NAM = '\\s*(?:,?\\s+n[ăa]m\\s+|[/,-]\\s*|\\s)';
const BEFORE = '(?<![\\p{L}\\p{N}])';
const AFTER = '(?![\\p{L}\\p{N}]|[.,/]\\d)';

const DATE_PATTERNS = [
  `${NGAY}${DAY}\\s+${THANG}(?:${NAM}${YEAR})?`,
  `${THANG}${NAM}${YEAR}`,
  `${NGAY}${DAY}[/.-](?<month>\\d{1,2})[/.-]${YEAR}`,
  `${YEAR}-(?<month>\\d{2})-(?<day>\\d{2})`,
  `${DAY}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}(?:,?\\s+${YEAR})?`,
  `${MONTH}\\s+${DAY}(?:st|nd|rd|th)?(?:,?\\s+${YEAR})?`,
  `${MONTH},?\\s+${YEAR}`,
  `(?:n[ăa]m|in|since|from|until|by|after|before|of|từ|đến|hồi)\\s+${YEAR}(?!\\s*%)`,
].map((pattern) => new RegExp(`${BEFORE}${pattern}${AFTER}`, 'giu'));
DATE_PATTERNS.push(/(?<year>\d{4})年(?:(?<month>\d{1,2})月)?(?:(?<day>\d{1,2})日)?/gu);

const SCALES: Readonly<Record<string, number>> = {
  nghin: 1e3,
  ngan: 1e3,
  thousand: 1e3,
  trieu: 1e6,
  million: 1e6,
  ty: 1e9,
  ti: 1e9,
  billion: 1e9,
  'nghin ty': 1e12,
  'ngan ty': 1e12,
  trillion: 1e12,
};
const DIGITS = new RegExp(
  `(?<label>(?:[Đđ]i[ềe]u|kho[ảa]n|đi[ểe]m|ch[ưu][ơo]ng|m[ụu]c|k[ếe]t lu[ậa]n|ch[ỉi] th[ịi]|ngh[ịi] (?:quy[ếe]t|đ[ịi]nh)|article|section|chapter)\\s+(?:s[ốo]\\s+)?)?` +
    '(?<![\\p{L}\\p{N}.,])(?<digits>\\d+(?:[.,]\\d+)*)' +
    '(?:\\s*(?<scale>(?:nghìn|ngàn)\\s+t[ỷỉy]|nghìn|ngàn|nghin|ngan|triệu|trieu|tỷ|tỉ|thousand|million|billion|trillion)(?![\\p{L}]))?' +
    '\\s*(?<percent>%|phần trăm|per ?cent)?(?![\\p{L}\\p{N}])',
  'giu',
);
const NUMBER_WORDS = new Map([
  ...numbered('_ hai ba bốn _ sáu bảy tám chín mười', 1),
  ...numbered('_ two three four five six seven eight nine ten eleven twelve', 1),
  ...Object.entries({ bon: 4, twenty: 20, thirty: 30 }),
]);
const SPELLED = new RegExp(
  `${BEFORE}(?:(?<vi>hai|ba|bốn|năm|sáu|bảy|tám|chín)\\s+mươi|(?<word>${Array.from(NUMBER_WORDS.keys()).join('|')}))(?![\\p{L}\\p{N}]|\\s+(?:mươi|trăm|nghìn|ngàn|triệu|tỷ|hundred|thousand|million|billion))`,
  'giu',
);

/** Numbers and dates of an NFC text, in text order and not overlapping; a date is no number. */
export function extractValues(text: string): TextValue[] {
  const found: Array<{ at: number; length: number; value: ValueBody }> = [];
  const free = (at: number, length: number): boolean =>
    found.every((other) => at + length <= other.at || at >= other.at + other.length);
  const add = (match: RegExpMatchArray, value: ValueBody, lead = 0): void => {
    const at = (match.index ?? 0) + lead;
    const length = match[0].trimEnd().length - lead;
    if (free(at, length)) found.push({ at, length, value });
  };
  for (const pattern of DATE_PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const date = dateOf(match.groups ?? {});
      if (date !== null) add(match, date);
    }
  }
  for (const match of text.matchAll(DIGITS)) {
    add(match, numberOf(match, text), match.groups?.['label']?.length ?? 0);
  }
  for (const match of text.matchAll(SPELLED)) {
    const tens = NUMBER_WORDS.get(match.groups?.['vi']?.toLowerCase() ?? '') ?? 5;
    const word = NUMBER_WORDS.get(match.groups?.['word']?.toLowerCase() ?? '');
    const unit = unitAfter(text, match);
    const value = word ?? tens * 10;
    if (unit !== '') add(match, { kind: 'number', readings: [value], unit, label: '' });
  }
  const { toCodePoint } = createOffsetMap(text);
  return found
    .sort((a, b) => a.at - b.at)
    .map(({ at, length, value }) => ({
      ...value,
      start: toCodePoint(at),
      end: toCodePoint(at + length),
      text: text.slice(at, at + length),
    }));
}

type ValueBody = Omit<NumberValue, keyof TextSpan> | Omit<DateValue, keyof TextSpan>;

function dateOf(groups: Record<string, string>): Omit<DateValue, keyof TextSpan> | null {
  const read = (part: string | undefined): number | null =>
    part === undefined ? null : Number.parseInt(part, 10);
  const name = groups['monthName']?.toLowerCase();
  const month = name === undefined ? read(groups['month']) : MONTHS.indexOf(name) + 1;
  const day = read(groups['day']);
  if ((month ?? 1) < 1 || (month ?? 1) > 12 || (day ?? 1) < 1 || (day ?? 1) > 31) return null;
  return { kind: 'date', year: read(groups['year']), month, day };
}

function numberOf(match: RegExpMatchArray, text: string): Omit<NumberValue, keyof TextSpan> {
  const { digits = '', scale, percent, label } = match.groups ?? {};
  const factor = scale === undefined ? 1 : (SCALES[fold(scale).replace(/\s+/g, ' ')] ?? 1);
  return {
    kind: 'number',
    readings: readings(digits).map((reading) => reading * factor),
    // "Khoản 1 Điều 5": what follows an identifying number is no unit of it.
    unit: label !== undefined ? '' : percent === undefined ? unitAfter(text, match) : '%',
    label: label === undefined ? '' : fold(label).trim(),
  };
}

/** Every number a run of digits and separators can stand for. */
function readings(digits: string): number[] {
  const groups = digits.split(/[.,]/);
  const whole = Number(groups.join(''));
  if (groups.length === 1) return [whole];
  const grouped = groups.slice(1).every((group) => group.length === 3);
  const decimal = Number(`${groups.slice(0, -1).join('')}.${groups.at(-1) ?? ''}`);
  const mixed = digits.includes('.') && digits.includes(',');
  if (groups.length > 2 && !mixed) return [whole];
  return grouped ? [whole, decimal] : [decimal];
}

function unitAfter(text: string, match: RegExpMatchArray): string {
  const rest = text.slice((match.index ?? 0) + match[0].length);
  const word = /^[\s-]*([\p{L}\p{M}]+)/u.exec(rest)?.[1];
  return word === undefined ? '' : fold(word);
}

/** Number words in counting order; "_" stands for one that means something else as well. */
function numbered(words: string, first: number): Array<[string, number]> {
  const all = words.split(' ').map((word, index): [string, number] => [word, first + index]);
  return all.filter(([word]) => word !== '_');
}
