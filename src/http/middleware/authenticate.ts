import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, getSignedCookie } from 'hono/cookie';
import { HTTPException } from 'hono/http-exception';
import type { Actor } from '#db/context.ts';
import { authenticate, readSession, sessionCookie, sessionSecret } from '#identity/index.ts';
import { UnauthenticatedError } from '#platform/errors.ts';
import type { HttpEnv } from '../env.ts';

/** Reached by anybody; everything else is not. */
const open = /^\/(?:readyz|login(?:\/code)?|auth\/.+)$/;

/** About the service, for everybody; who is signed in stays so there. */
const about = /^\/(?:welcome|keys)$/;

/** Puts who asks into `ctx.actor`: a program by its key, a browser by its session; others sign in first. */
export const requireActor: MiddlewareHandler<HttpEnv> = async (c, next) => {
  if (open.test(c.req.path)) return next();
  const header = c.req.header('Authorization');
  const actor = header === undefined ? await actorOfSession(c) : await actorOfKey(c, header);
  if (actor === null) {
    if (about.test(c.req.path) && isReading(c)) return next();
    if (wantsPage(c)) return c.redirect('/login');
    throw new UnauthenticatedError(
      header === undefined
        ? 'This address needs a key, or a session of the pages.'
        : 'The key is not known or no longer in force.',
      { field: 'Authorization', remedy: 'Send Authorization: Bearer with a key in force.' },
    );
  }
  c.set('ctx', { ...c.var.ctx, actor });
  return next();
};

/** `Bearer KEY`; or, for readers of feeds, `Basic` with the key as password, which only ever reads. */
async function actorOfKey(c: Context<HttpEnv>, header: string): Promise<Actor | null> {
  const bearer = /^Bearer +([\w-]+) *$/i.exec(header)?.[1];
  const key = bearer ?? (isReading(c) ? passwordOf(header) : null);
  return key === null ? null : authenticate(c.var.ctx, key);
}

function passwordOf(header: string): string | null {
  const encoded = /^Basic +([A-Za-z0-9+/]+=*) *$/i.exec(header)?.[1];
  if (encoded === undefined) return null;
  try {
    return /:([\w-]+)$/.exec(atob(encoded))?.[1] ?? null;
  } catch {
    return null;
  }
}

async function actorOfSession(c: Context<HttpEnv>): Promise<Actor | null> {
  if (getCookie(c, sessionCookie) === undefined) return null;
  const { ctx } = c.var;
  const token = await getSignedCookie(c, await sessionSecret(ctx), sessionCookie);
  return token === undefined || token === false ? null : readSession(ctx, token);
}

function wantsPage(c: Context): boolean {
  const accepts = c.req.header('Accept') ?? '';
  return c.req.method === 'GET' && accepts.includes('text/html') && !c.req.path.startsWith('/v1/');
}

function isReading(c: Context): boolean {
  return c.req.method === 'GET' || c.req.method === 'HEAD';
}

/**
 * A browser sends cookies on its own, so whatever changes something and comes with one, form or JSON,
 * and every step of signing in, must come from a page of this service. Bearer keys are no browser's.
 */
export const refuseOtherSites: MiddlewareHandler<HttpEnv> = (c, next) => {
  const byHeader = /^Bearer /i.test(c.req.header('Authorization') ?? '');
  const needed = open.test(c.req.path) || getCookie(c, sessionCookie) !== undefined;
  if (isReading(c) || byHeader || !needed || isOwnPage(c)) return next();
  throw new HTTPException(403);
};

/** Compared by host: behind a proxy that ends TLS, this process sees http. */
export function isOwnPage(c: Context): boolean {
  if (c.req.header('Sec-Fetch-Site') === 'same-origin') return true;
  const origin = c.req.header('Origin');
  return origin !== undefined && URL.parse(origin)?.host === (c.req.header('Host') ?? '');
}
