const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/;
const dayFirst =
  /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*(sa|ch|am|pm))?)?$/i;
/** "08:30 22/11/2026", as Vietnamese pages print it. */
const timeFirst = /^(\d{1,2}):(\d{2})(?::(\d{2}))?,?\s+(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

/**
 * A cell's date and time as ISO 8601: with its own zone if it names one, else in Vietnamese time; the day
 * stands before the month. A date without a time is midnight. What cannot be read is returned as it is,
 * for `preparePost` to refuse; so is a day no calendar has.
 */
export function isoDateTime(cell: string): string {
  const value = cell.trim();
  const [parts, half] = read(value);
  if (parts === null) return value;
  const [year, month, day, hour, minute, second] = parts;
  const at = new Date(Date.UTC(year, month - 1, day));
  const isDay = at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  const hours = hourOf(hour, half);
  // Not a date: `preparePost` refuses it by name.
  if (!isDay || hours === null || minute > 59 || second > 59) return `✗ ${value}`;
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}T${two(hours)}:${two(minute)}:${two(second)}+07:00`;
}

type Parts = readonly [number, number, number, number, number, number];

function read(value: string): readonly [Parts | null, string | undefined] {
  const isoParts = iso.exec(value);
  if (isoParts !== null) return [numbers(isoParts, [1, 2, 3, 4, 5, 6]), undefined];
  const dayParts = dayFirst.exec(value);
  if (dayParts !== null) return [numbers(dayParts, [3, 2, 1, 4, 5, 6]), dayParts[7]?.toLowerCase()];
  const timeParts = timeFirst.exec(value);
  if (timeParts !== null) return [numbers(timeParts, [6, 5, 4, 1, 2, 3]), undefined];
  return [null, undefined];
}

function numbers(match: RegExpExecArray, order: readonly number[]): Parts {
  return order.map((index) => Number(match[index] ?? 0)) as unknown as Parts;
}

/** SA and CH: before and after noon, as Vietnamese spreadsheets write it. */
function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour > 23 ? null : hour;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half === 'ch' || half === 'pm' ? 12 : 0);
}
