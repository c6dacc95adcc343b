/** A date in a text; UTF-16 range. */
export interface FoundDate {
  /** YYYY-MM-DD. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
const MONTH = MONTHS.join('|');
const WORDS = String.raw`ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})`;
const NUMBERS = String.raw`(?:ngày\s+)?(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})`;
const ENGLISH = String.raw`(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(${MONTH}),?\s+(\d{4})|(${MONTH})\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})`;
const DATE = new RegExp(`${WORDS}|${NUMBERS}|${ENGLISH}`, 'iu');

/** The first date at or behind `from`: "ngày 15 tháng 6 năm 2023", 15/6/2023, "15 June 2023", "June 15, 2023". */
export function findDate(text: string, from = 0): FoundDate | null {
  const match = DATE.exec(text.slice(from, from + 400));
  if (match === null) return null;
  const [, d1, m1, y1, d2, m2, y2, d3, m3, y3, m4, d4, y4] = match;
  const month = m1 ?? m2 ?? MONTHS.indexOf((m3 ?? m4 ?? '').toLowerCase()) + 1;
  const value = isoDate(Number(y1 ?? y2 ?? y3 ?? y4), Number(month), Number(d1 ?? d2 ?? d3 ?? d4));
  const start = from + match.index;
  return value === null ? null : { value, start, end: start + match[0].length };
}

/** YYYY-MM-DD, or null for a day that does not exist. */
export function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year > 1000 && year < 3000 ? date.toISOString().slice(0, 10) : null;
}
