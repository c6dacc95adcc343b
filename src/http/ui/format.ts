import type { Locale } from '../env.ts';

const tags: Readonly<Record<Locale, string>> = { vi: 'vi-VN', en: 'en-GB' };
const timeZone = 'Asia/Ho_Chi_Minh';

/** 22/11/2026 in Vietnamese, 22 Nov 2026 in English: neither can be read the other way round. */
const dateParts = {
  vi: { day: '2-digit', month: '2-digit', year: 'numeric' },
  en: { day: 'numeric', month: 'short', year: 'numeric' },
} as const;

export function formatTime(at: Date, locale: Locale): string {
  return new Intl.DateTimeFormat(tags[locale], {
    ...dateParts[locale],
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(at);
}

export function formatClock(at: Date, locale: Locale): string {
  return new Intl.DateTimeFormat(tags[locale], { timeStyle: 'short', timeZone }).format(at);
}

/** A calendar day as it stands in a document (YYYY-MM-DD): no time zone moves it. */
export function formatDay(day: string, locale: Locale): string {
  const at = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return day;
  return new Intl.DateTimeFormat(tags[locale], {
    ...dateParts[locale],
    timeZone: 'UTC',
  }).format(at);
}

export function formatPercent(share: number, locale: Locale): string {
  return new Intl.NumberFormat(tags[locale], {
    style: 'percent',
    maximumFractionDigits: 0,
  }).format(share);
}

/** A language's name; `und` and other codes without a name stay as they are. */
export function formatLanguage(code: string, locale: Locale): string {
  try {
    return new Intl.DisplayNames(tags[locale], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

export function formatList(parts: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(tags[locale], { type: 'conjunction' }).format(parts);
}
