import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { isDemo, readDemoPeople } from '#identity/index.ts';
import type { HttpEnv } from '../../env.ts';
import { KeysPage } from '../pages/keys.tsx';
import { WelcomePage } from '../pages/welcome.tsx';
import { renderPage } from '../render.ts';
import { viewOf } from '../view.ts';

const seenCookie = 'doichung_welcome';
const oneYearSeconds = 31_536_000;

/** Pages about the service itself, for everybody. */
export function welcomeRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/welcome', async (c) => {
    const people = await readDemoPeople(c.get('ctx'));
    const options = { path: '/', maxAge: oneYearSeconds, sameSite: 'Lax', httpOnly: true } as const;
    if (viewOf(c).actor !== null) setCookie(c, seenCookie, 'seen', options);
    return renderPage(c, <WelcomePage view={viewOf(c)} people={people} />);
  });
  routes.get('/keys', (c) => renderPage(c, <KeysPage view={viewOf(c)} />));
  return routes;
}

/** Where a person begins after signing in: in the demonstration once at its introduction. */
export async function firstPage(c: Context<HttpEnv>): Promise<'/' | '/welcome'> {
  if (getCookie(c, seenCookie) !== undefined) return '/';
  return (await isDemo(c.get('ctx'))) ? '/welcome' : '/';
}
