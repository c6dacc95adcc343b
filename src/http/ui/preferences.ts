import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import type { HttpEnv } from '../env.ts';

const oneYearSeconds = 31_536_000;

/** What a person may choose about the pages; the first choice holds until there is another. */
export const choices = { theme: ['auto', 'light', 'dark'], keys: ['on', 'off'] } as const;

export interface Preferences {
  /** `auto`: as the system has it. */
  readonly theme: (typeof choices.theme)[number];
  /** Whether single keys do something (WCAG 2.1.4). */
  readonly keys: (typeof choices.keys)[number];
}

/** Keeps in cookies what was asked for with `?theme=` or `?keys=`. */
export const keepPreferences = createMiddleware<HttpEnv>(async (c, next) => {
  for (const name of ['theme', 'keys'] as const) {
    const asked = choiceIn<string>(choices[name], c.req.query(name));
    if (asked === undefined) continue;
    const options = { path: '/', maxAge: oneYearSeconds, sameSite: 'Lax', httpOnly: true } as const;
    setCookie(c, cookieOf(name), asked, options);
  }
  await next();
});

export function preferencesOf(c: Context<HttpEnv>): Preferences {
  const chosen = <T extends string>(name: keyof Preferences, known: readonly [T, ...T[]]): T =>
    choiceIn(known, c.req.query(name)) ?? choiceIn(known, getCookie(c, cookieOf(name))) ?? known[0];
  return { theme: chosen('theme', choices.theme), keys: chosen('keys', choices.keys) };
}

function choiceIn<T extends string>(known: readonly T[], asked: string | undefined): T | undefined {
  return known.find((choice) => choice === asked);
}

function cookieOf(name: keyof Preferences): string {
  return `doichung_${name}`;
}
