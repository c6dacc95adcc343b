import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import type { HttpEnv, Locale } from '../env.ts';
import { en } from './locales/en.ts';
import { type Catalogue, vi } from './locales/vi.ts';

const languageCookie = 'doichung_lang';
const oneYearSeconds = 31_536_000;

export const catalogues: Readonly<Record<Locale, Catalogue>> = { vi, en };

/** Keeps a language that was asked for with `?lang=`. */
export const keepLocale = createMiddleware<HttpEnv>(async (c, next) => {
  const asked = c.req.query('lang');
  if (isLocale(asked)) {
    setCookie(c, languageCookie, asked, {
      path: '/',
      maxAge: oneYearSeconds,
      sameSite: 'Lax',
      httpOnly: true,
    });
  }
  c.set('locale', localeOf(c));
  await next();
});

/** The language of this page: `?lang=`, else what was kept, else what the browser asks for. */
export function localeOf(c: Context<HttpEnv>): Locale {
  return [c.req.query('lang'), getCookie(c, languageCookie)].find(isLocale) ?? fromBrowser(c);
}

function isLocale(value: string | undefined): value is Locale {
  return value === 'vi' || value === 'en';
}

function fromBrowser(c: Context): Locale {
  const best = accepts(c, {
    header: 'Accept-Language',
    supports: ['vi', 'en'],
    default: 'vi',
    match: (languages) =>
      languages
        .toSorted((a, b) => b.q - a.q)
        .map(({ type }) => type.slice(0, 2).toLowerCase())
        .find(isLocale) ?? 'vi',
  });
  return isLocale(best) ? best : 'vi';
}
