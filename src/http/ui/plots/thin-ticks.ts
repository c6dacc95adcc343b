/**
 * Which of so many ticks are named when one name takes `tickWidth` of `width`: every second, third… from
 * the newest backwards, so that the last is always named. Indexes, rising.
 */
export function thinTicks(count: number, width: number, tickWidth: number): number[] {
  if (count === 0) return [];
  const fit = Math.max(1, Math.floor(width / tickWidth));
  const every = Math.ceil(count / fit);
  const named: number[] = [];
  for (let index = count - 1; index >= 0; index -= every) named.unshift(index);
  return named;
}
