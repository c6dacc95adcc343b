import type { ValueToken } from './value-tokens.ts';

export interface DateParts {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

export interface FoundDate extends DateParts {
  /** Indices of its first token and of the token behind it. */
  readonly from: number;
  readonly next: number;
}

const MONTHS = new Map(
  'january february march april may june july august september october november december'
    .split(' ')
    .flatMap((name, index): Array<[string, number]> =>
      index === 4
        ? [[name, 5]]
        : [
            [name, index + 1],
            [name.slice(0, 3), index + 1],
          ],
    ),
);
const SPELLED_MONTHS = new Map(
  Object.entries({
    giêng: 1,
    hai: 2,
    ba: 3,
    tư: 4,
    sáu: 6,
    bảy: 7,
    tám: 8,
    chín: 9,
    mười: 10,
    chạp: 12,
  }),
);
const DAY_WORDS = new Set([
  'ngày',
  'ngay',
  'hôm',
  'sáng',
  'chiều',
  'tối',
  'đêm',
  'trưa',
  'mùng',
  'mồng',
]);
const MONTH_WORDS = new Set(['tháng', 'thang']);
const YEAR_WORDS = new Set(['năm', 'nam']);
const YEAR_CUES = new Set(
  'in since from until by after before of during từ đến tới hồi khoảng trước sau'.split(' '),
);
const JOINERS = new Set(['và', 'and', 'to', 'đến', 'tới', '-', '–', ',', '/', 'hoặc', 'or']);
const ORDINAL = new Set(['st', 'nd', 'rd', 'th']);

/**
 * The date whose first number, month name or "tháng" stands at `index`; null when there is none.
 * `afterYear` says that a year came just before ("năm 1980 và 1984").
 */
export function readDate(
  tokens: readonly ValueToken[],
  index: number,
  afterYear: boolean,
): FoundDate | null {
  const token = tokens[index];
  if (token === undefined) return null;
  if (token.kind === 'word') {
    if (MONTH_WORDS.has(token.word)) return monthFirst(tokens, index);
    return MONTHS.has(token.word) && /^\p{Lu}/u.test(token.text)
      ? englishMonthFirst(tokens, index)
      : null;
  }
  if (token.kind !== 'digits' || isGluedToWord(tokens, index)) return null;
  return (
    numeric(tokens, index) ??
    dayFirst(tokens, index) ??
    chinese(tokens, index) ??
    bareYear(tokens, index, afterYear)
  );
}

/** "15 tháng 6 năm 2023", "15th of June 2023". */
function dayFirst(tokens: readonly ValueToken[], index: number): FoundDate | null {
  const day = whole(tokens[index], 31);
  if (day === null) return null;
  const from = DAY_WORDS.has(tokens[index - 1]?.word ?? '') ? index - 1 : index;
  const after = tokens[index + 1];
  if (after !== undefined && MONTH_WORDS.has(after.word)) {
    const month = whole(tokens[index + 2], 12) ?? SPELLED_MONTHS.get(tokens[index + 2]?.word ?? '');
    if (month === undefined) return null;
    return withYear(tokens, index + 3, { from, day, month });
  }
  let at = index + 1;
  if (ORDINAL.has(tokens[at]?.word ?? '') && tokens[at]?.glued === true) at += 1;
  if (tokens[at]?.word === 'of') at += 1;
  const month = MONTHS.get(tokens[at]?.word ?? '');
  if (month === undefined || !/^\p{Lu}/u.test(tokens[at]?.text ?? '')) return null;
  return withYear(tokens, at + 1, { from, day, month });
}

/** "tháng 6 năm 2023", "tháng 6/2023", "tháng Sáu". */
function monthFirst(tokens: readonly ValueToken[], index: number): FoundDate | null {
  const spelled = SPELLED_MONTHS.get(tokens[index + 1]?.word ?? '');
  const month =
    whole(tokens[index + 1], 12) ??
    (/^\p{Lu}|^(?:giêng|chạp|tư)$/u.test(tokens[index + 1]?.text ?? '') ? spelled : null);
  if (month === null || month === undefined) return null;
  return withYear(tokens, index + 2, { from: index, day: null, month });
}

function englishMonthFirst(tokens: readonly ValueToken[], index: number): FoundDate | null {
  const month = MONTHS.get(tokens[index]?.word ?? '') ?? null;
  const day = whole(tokens[index + 1], 31);
  if (month === null) return null;
  if (day !== null) {
    const suffix = ORDINAL.has(tokens[index + 2]?.word ?? '') ? 1 : 0;
    return withYear(tokens, index + 2 + suffix, { from: index, day, month });
  }
  const dated = withYear(tokens, index + 1, { from: index, day: null, month });
  return dated.year === null ? null : dated;
}

function withYear(
  tokens: readonly ValueToken[],
  index: number,
  parts: { from: number; day: number | null; month: number },
): FoundDate {
  let at = index;
  if (/^[,/-]$/.test(tokens[at]?.text ?? '')) at += 1;
  if (YEAR_WORDS.has(tokens[at]?.word ?? '')) at += 1;
  const year = yearOf(tokens[at]);
  return year === null ? { ...parts, year: null, next: index } : { ...parts, year, next: at + 1 };
}

/** 15/6/2023, 15.6.2023, 15-6-2023, 2023-06-15, 6/2023, and "ngày 15/6". */
function numeric(tokens: readonly ValueToken[], index: number): FoundDate | null {
  const lead = DAY_WORDS.has(tokens[index - 1]?.word ?? '');
  const from = lead ? index - 1 : index;
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(tokens[index]?.text ?? '');
  if (dotted !== null) {
    return checked(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]), from, index + 1);
  }
  const separator = tokens[index + 1];
  const second = tokens[index + 2];
  if (separator?.glued !== true || second?.glued !== true || !/^[/-]$/.test(separator.text))
    return null;
  const third = tokens[index + 3]?.text === separator.text ? tokens[index + 4] : undefined;
  if (third?.kind === 'digits' && third.glued) {
    const isoYear = yearOf(tokens[index]);
    if (isoYear !== null)
      return checked(isoYear, whole(second, 12), whole(third, 31), from, index + 5);
    return checked(yearOf(third), whole(second, 12), whole(tokens[index], 31), from, index + 5);
  }
  const year = yearOf(second);
  if (year !== null && separator.text === '/') {
    return checked(year, whole(tokens[index], 12), null, index, index + 3);
  }
  if (!lead || separator.text !== '/') return null;
  const [day, month] = [whole(tokens[index], 31), whole(second, 12)];
  return day === null || month === null ? null : { year: null, month, day, from, next: index + 3 };
}

function checked(
  year: number | null,
  month: number | null,
  day: number | null,
  from: number,
  next: number,
): FoundDate | null {
  if (year === null || month === null || month < 1 || month > 12) return null;
  if (day !== null && (day < 1 || day > 31)) return null;
  return { year, month, day, from, next };
}

/** 2023年6月15日 */
function chinese(tokens: readonly ValueToken[], index: number): FoundDate | null {
  const word = tokens[index + 1]?.text ?? '';
  const year = yearOf(tokens[index]);
  if (year === null || !word.startsWith('年')) return null;
  const month = word === '年' ? whole(tokens[index + 2], 12) : null;
  const isMonth = month !== null && tokens[index + 3]?.text.startsWith('月') === true;
  if (!isMonth) return { year, month: null, day: null, from: index, next: index + 1 };
  const day = tokens[index + 3]?.text === '月' ? whole(tokens[index + 4], 31) : null;
  const isDay = day !== null && tokens[index + 5]?.text.startsWith('日') === true;
  if (!isDay) return { year, month, day: null, from: index, next: index + 3 };
  return { year, month, day, from: index, next: index + 5 };
}

function bareYear(
  tokens: readonly ValueToken[],
  index: number,
  afterYear: boolean,
): FoundDate | null {
  const year = yearOf(tokens[index]);
  if (year === null) return null;
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  if (after !== undefined && (after.text === '%' || (after.glued && after.kind === 'word')))
    return null;
  const named = before !== undefined && YEAR_WORDS.has(before.word);
  const cued =
    (before !== undefined && YEAR_CUES.has(before.word)) ||
    (afterYear && before !== undefined && JOINERS.has(before.word)) ||
    before?.text === '(';
  // "từ 1200 người": a counted word follows; "in 1984," and "năm 1984 đã" have none.
  const open = after === undefined || after.kind === 'mark' || year >= 1800;
  if (!named && !(cued && open)) return null;
  return { year, month: null, day: null, from: named ? index - 1 : index, next: index + 1 };
}

function whole(token: ValueToken | undefined, max: number): number | null {
  if (token?.kind !== 'digits' || !/^\d{1,2}$/.test(token.text)) return null;
  const value = Number(token.text);
  return value >= 1 && value <= max ? value : null;
}

function yearOf(token: ValueToken | undefined): number | null {
  return token?.kind === 'digits' && /^(?:1\d|20)\d\d$/.test(token.text)
    ? Number(token.text)
    : null;
}

/** "A4", "covid19": the digits belong to a name. */
export function isGluedToWord(tokens: readonly ValueToken[], index: number): boolean {
  const before = tokens[index - 1];
  return (
    tokens[index]?.glued === true &&
    before?.kind === 'word' &&
    !/[\u3000-\u9fff]$/u.test(before.text)
  );
}
