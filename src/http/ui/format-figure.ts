import type { Locale } from '../env.ts';
import type { Measure } from './plots/figure.ts';

const tags: Readonly<Record<Locale, string>> = { vi: 'vi-VN', en: 'en-GB' };

/** On an axis: 22/11 and 11/26, 22 Nov and Nov 26. */
const shortDay = {
  vi: { day: 'numeric', month: 'numeric' },
  en: { day: 'numeric', month: 'short' },
} as const;
const shortMonth = {
  vi: { month: 'numeric', year: '2-digit' },
  en: { month: 'short', year: '2-digit' },
} as const;

/** Made once: each holds memory outside the heap (see `format.ts`). */
const formatters = { vi: formattersOf('vi'), en: formattersOf('en') };

function formattersOf(locale: Locale) {
  const tag = tags[locale];
  return {
    tenths: new Intl.NumberFormat(tag, { maximumFractionDigits: 1 }),
    hundredths: new Intl.NumberFormat(tag, { maximumFractionDigits: 2 }),
    small: new Intl.NumberFormat(tag, { maximumSignificantDigits: 2 }),
    percent: new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 }),
    day: new Intl.DateTimeFormat(tag, { ...shortDay[locale], timeZone: 'UTC' }),
    month: new Intl.DateTimeFormat(tag, { ...shortMonth[locale], timeZone: 'UTC' }),
  };
}

/** What stands at a plot and in its table; shares are rounded to the nearest per cent, as they are drawn. */
export function formatFigure(value: number, measure: Measure, locale: Locale): string {
  const { tenths, hundredths, small, percent } = formatters[locale];
  if (measure === 'share') return percent.format(value);
  // Else two ticks of a small scale would read the same.
  if ((measure === 'money' || measure === 'hours') && value < 1) return small.format(value);
  return (measure === 'kappa' || measure === 'money' ? hundredths : tenths).format(value);
}

/** A day (YYYY-MM-DD) where its year is known. */
export function formatShortDay(day: string, locale: Locale): string {
  return formatters[locale].day.format(new Date(`${day}T00:00:00Z`));
}

/** The month of a day (YYYY-MM-DD) in the fewest letters. */
export function formatShortMonth(day: string, locale: Locale): string {
  return formatters[locale].month.format(new Date(`${day}T00:00:00Z`));
}
