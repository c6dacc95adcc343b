import type { Context, MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { csrf } from 'hono/csrf';
import { authenticate } from '#identity/index.ts';
import { UnauthenticatedError } from '#platform/errors.ts';
import type { HttpEnv } from '../env.ts';

/** HttpOnly, SameSite=Strict; holds the key of a person who uses the pages. */
export const keyCookie = 'doichung_key';

/** Reached without a key; everything else is not. */
const open = /^\/(readyz|login)$/;

/** Puts who asks into `ctx.actor`; without a valid key a browser is sent to the login page. */
export const requireKey: MiddlewareHandler<HttpEnv> = async (c, next) => {
  if (open.test(c.req.path)) return next();
  const key = presentedKey(c);
  const actor = key === null ? null : await authenticate(c.var.ctx, key);
  if (actor === null) {
    if (wantsPage(c)) return c.redirect('/login');
    throw new UnauthenticatedError(
      key === null ? 'This address needs a key.' : 'The key is not known or no longer in force.',
      { field: 'Authorization', remedy: 'Send Authorization: Bearer with a key in force.' },
    );
  }
  c.set('ctx', { ...c.var.ctx, actor });
  return next();
};

function presentedKey(c: Context): string | null {
  const header = c.req.header('Authorization');
  if (header === undefined) return getCookie(c, keyCookie) ?? null;
  return /^Bearer +([\w-]+) *$/i.exec(header)?.[1] ?? '';
}

function wantsPage(c: Context): boolean {
  const accepts = c.req.header('Accept') ?? '';
  return c.req.method === 'GET' && accepts.includes('text/html') && !c.req.path.startsWith('/v1/');
}

/** A cookie is sent by the browser on its own, a header is not: only the former needs this. */
export const refuseOtherSites: MiddlewareHandler<HttpEnv> = (c, next) => {
  const byCookie = c.req.header('Authorization') === undefined && getCookie(c, keyCookie);
  return byCookie || c.req.path === '/login' ? sameOrigin(c, next) : next();
};

const sameOrigin = csrf({
  // Compared by host: behind a proxy that ends TLS, this process sees http.
  origin: (origin, c) => URL.parse(origin)?.host === (c.req.header('Host') ?? ''),
});
