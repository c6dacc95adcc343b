import type { Context } from 'hono';
import type { Actor } from '#db/context.ts';
import { type Action, mayDo } from '#identity/index.ts';
import type { AppContext, HttpEnv, Locale } from '../env.ts';
import { catalogues, localeOf } from './locale.ts';
import type { Catalogue } from './locales/vi.ts';
import { type Preferences, preferencesOf } from './preferences.ts';
import type { Problem } from './problem.ts';

/** What every page and component is given besides its data. */
export interface View {
  readonly locale: Locale;
  readonly t: Catalogue;
  /** Null on pages shown before anybody has signed in. */
  readonly actor: Actor | null;
  readonly now: Date;
  /** Address of this page for a GET, with its query: the language links add to it. */
  readonly path: string;
  /** What is addressed to `actor`, 0 to 100: 100 means more than 99. */
  readonly notices: number;
  readonly preferences: Preferences;
}

export function viewOf(c: Context<HttpEnv>, path?: string): View {
  // Absent when the request failed before authentication.
  const ctx = c.get('ctx') as AppContext | undefined;
  const locale = localeOf(c);
  const url = new URL(c.req.url);
  return {
    locale,
    t: catalogues[locale],
    actor: ctx === undefined || ctx.actor.userId === null ? null : ctx.actor,
    now: ctx?.clock() ?? new Date(),
    path: path ?? url.pathname + url.search,
    notices: c.get('notices') ?? 0,
    preferences: preferencesOf(c),
  };
}

export function may(view: View, action: Action): boolean {
  return view.actor !== null && mayDo(view.actor, action);
}

/** The same page in another language, or with another preference. */
export function pathWith(view: View, name: 'lang' | keyof Preferences, value: string): string {
  const url = new URL(view.path, 'http://page');
  // What was chosen by an address before is kept in a cookie by now.
  for (const chosen of ['lang', 'theme', 'keys', 'notice']) url.searchParams.delete(chosen);
  url.searchParams.set(name, value);
  return url.pathname + url.search;
}

/** What a page says about the request before it: done, or refused. */
export interface Feedback {
  /** Key of a notice and, after a colon, which of several things it is about. */
  readonly notice?: string | undefined;
  readonly problem?: Problem | undefined;
  /** What was typed into the refused form, so that nothing is lost. */
  readonly typed?: FormData | undefined;
}
