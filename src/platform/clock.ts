/** Where the time comes from; tests pass their own. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

/** The day of `at` in Vietnam (UTC+7, no daylight saving) as YYYY-MM-DD: validity dates are Vietnamese days. */
export function isoDay(at: Date): string {
  return new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
}

/** Whether it is a day of the calendar, YYYY-MM-DD. */
export function isCalendarDay(day: string): boolean {
  const at = new Date(`${day}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(day) && at.toJSON()?.slice(0, 10) === day;
}
