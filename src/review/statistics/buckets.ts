import { isoDay } from '#platform/clock.ts';
import type { Period } from './period.ts';

/** What one point or bar of a plot stands for. */
export type Unit = 'day' | 'week' | 'month';

export interface Bucket {
  /** Its first day in Vietnam, YYYY-MM-DD; weeks begin on Monday. */
  readonly startsOn: string;
  /** All its days lie in the period and are over: only whole ones can be compared. */
  readonly whole: boolean;
}

/** More days than this and a day is too thin to be seen; more than half a year and so is a week. */
const mostDays = 31;
const mostDaysOfWeeks = 190;
const dayMs = 86_400_000;

export function unitOf({ since, until }: Pick<Period, 'since' | 'until'>): Unit {
  const days = (until.getTime() - since.getTime()) / dayMs;
  if (days <= mostDays) return 'day';
  return days <= mostDaysOfWeeks ? 'week' : 'month';
}

/** Every day, week or month that the period touches, also those in which nothing happened. */
export function bucketsOf(
  { from, to }: Pick<Period, 'from' | 'to'>,
  unit: Unit,
  now: Date,
): Bucket[] {
  const today = isoDay(now);
  const found: Bucket[] = [];
  for (let start = startOf(from, unit); start <= to;) {
    const next = nextStart(start, unit);
    const last = shift(next, -1);
    found.push({ startsOn: start, whole: start >= from && last <= to && last < today });
    start = next;
  }
  return found;
}

function startOf(day: string, unit: Unit): string {
  if (unit === 'month') return `${day.slice(0, 7)}-01`;
  // Sunday is 0 to JavaScript; here the week begins on Monday.
  return unit === 'week' ? shift(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7)) : day;
}

function nextStart(start: string, unit: Unit): string {
  if (unit !== 'month') return shift(start, unit === 'week' ? 7 : 1);
  return startOf(shift(start, 31), 'month');
}

function shift(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}
