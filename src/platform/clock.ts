/** Where the time comes from; tests pass their own. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

/** The day of `at` in Vietnam (UTC+7, no daylight saving) as YYYY-MM-DD: validity dates are Vietnamese days. */
export function isoDay(at: Date): string {
  return new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
}
