import { type Context, Hono } from 'hono';
import {
  endSession,
  finishOidc,
  oidcReturnPath,
  signIn,
  signInWithCode,
  startOidc,
} from '#identity/index.ts';
import { AppError, NotFoundError } from '#platform/errors.ts';
import type { HttpEnv } from '../../env.ts';
import { sayWhenAgain, toProblem } from '../../errors.ts';
import { visitOf } from '../../visit.ts';
import { readForm, textOf } from '../forms.ts';
import { CodePage, GoOnPage, LoginPage } from '../pages/login.tsx';
import { describeProblem } from '../problem.ts';
import { renderPage } from '../render.ts';
import { forgetSession, keepCookies } from '../session.ts';
import { viewOf } from '../view.ts';

export function loginRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/login', (c) => loginPage(c));
  routes.post('/login', async (c) => {
    const form = await readForm(c);
    const email = textOf(form, 'email');
    try {
      const input = { email, password: textOf(form, 'password'), visit: visitOf(c) };
      const step = await signIn(c.get('ctx'), input);
      keepCookies(c, step);
      return c.redirect(step.codeNeeded ? '/login/code' : '/', 303);
    } catch (error) {
      return loginPage(c, error, email);
    }
  });
  routes.get('/login/code', (c) => renderPage(c, <CodePage view={viewOf(c)} />));
  routes.post('/login/code', async (c) => {
    const code = textOf(await readForm(c), 'code');
    try {
      keepCookies(c, await signInWithCode(c.get('ctx'), { code, visit: visitOf(c) }));
      return c.redirect('/', 303);
    } catch (error) {
      const { view, problem, status } = refusal(c, error);
      return renderPage(c, <CodePage view={view} problem={problem} />, status);
    }
  });
  routes.get('/auth/start', async (c) => {
    requireProvider(c);
    try {
      const { url, cookies } = await startOidc(c.get('ctx'), visitOf(c));
      keepCookies(c, { cookies });
      return c.redirect(url);
    } catch (error) {
      return loginPage(c, error);
    }
  });
  routes.get(oidcReturnPath, async (c) => {
    requireProvider(c);
    try {
      const query = new URL(c.req.url).search;
      keepCookies(c, await finishOidc(c.get('ctx'), { query, visit: visitOf(c) }));
      return renderPage(c, <GoOnPage view={viewOf(c, '/')} href="/" />);
    } catch (error) {
      return loginPage(c, error);
    }
  });
  routes.post('/logout', async (c) => {
    const ctx = c.get('ctx');
    const { credential } = ctx.actor;
    if (credential?.kind === 'session') await endSession(ctx, { id: credential.id });
    forgetSession(c);
    return c.redirect('/login', 303);
  });
  return routes;
}

function loginPage(c: Context<HttpEnv>, error?: unknown, email = ''): Response | Promise<Response> {
  const provider = c.get('ctx').config.signIn.oidc?.name ?? null;
  if (error === undefined) {
    return renderPage(c, <LoginPage view={viewOf(c)} provider={provider} />);
  }
  const { view, problem, status } = refusal(c, error);
  const page = <LoginPage view={view} provider={provider} email={email} problem={problem} />;
  return renderPage(c, page, status);
}

/** A refused step of signing in, for its page; anything else is thrown on. */
function refusal(c: Context<HttpEnv>, error: unknown) {
  if (!(error instanceof AppError)) throw error;
  sayWhenAgain(c, error);
  const view = viewOf(c, '/login');
  const problem = describeProblem(error, 'login', view.t);
  return { view, problem, status: toProblem(error, c.get('requestId')).status };
}

function requireProvider(c: Context<HttpEnv>): void {
  if (c.get('ctx').config.signIn.oidc === null) {
    throw new NotFoundError('no sign-in provider is configured', { field: 'oidc' });
  }
}
