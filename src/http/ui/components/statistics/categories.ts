import type { Bucket, InBuckets } from '#review/index.ts';
import { formatDay, formatMonth } from '../../format.ts';
import { formatFigure, formatShortDay, formatShortMonth } from '../../format-figure.ts';
import type { Category } from '../../plots/figure.ts';
import type { View } from '../../view.ts';

/** Days, weeks or months as places on an axis. */
export function categoriesOf({ locale }: View, { unit, buckets }: InBuckets): Category[] {
  const [name, tick] =
    unit === 'month' ? [formatMonth, formatShortMonth] : [formatDay, formatShortDay];
  return buckets.map(({ startsOn, whole }) => ({
    key: startsOn,
    name: name(startsOn, locale),
    tick: tick(startsOn, locale),
    partial: !whole,
  }));
}

/** The last whole day, week or month beside the one before; nothing where there is none. */
export function latestSentence(
  { t, locale }: View,
  { unit, buckets }: InBuckets,
  values: readonly number[],
): string {
  const last = buckets.findLastIndex(({ whole }) => whole);
  const bucket: Bucket | undefined = buckets[last];
  if (bucket === undefined) return '';
  const value = values[last] ?? 0;
  const before = buckets[last - 1]?.whole === true ? (values[last - 1] ?? 0) : null;
  const name = (unit === 'month' ? formatMonth : formatDay)(bucket.startsOn, locale);
  const count = (of: number): string => formatFigure(of, 'count', locale);
  const change =
    before === null
      ? null
      : value === before
        ? t.plots.same(unit)
        : value > before
          ? t.plots.more(count(value - before), unit)
          : t.plots.fewer(count(before - value), unit);
  return ` ${t.plots.latest(unit, name, count(value), change)}`;
}

/** Hours to a tenth; what is less is said to be, so that a short time does not read as none. */
export function formatHours(hours: number, { t, locale }: View): string {
  const shown = formatFigure(Math.max(hours, 0.1), 'count', locale);
  return hours > 0 && hours < 0.1 ? t.plots.under(shown) : formatFigure(hours, 'count', locale);
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** 0 to 1; null of nothing: a gap in a line. */
export function shares(parts: readonly number[], wholes: readonly number[]): Array<number | null> {
  return parts.map((part, index) => {
    const whole = wholes[index] ?? 0;
    return whole === 0 ? null : part / whole;
  });
}
