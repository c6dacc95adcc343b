import { type Context, Hono } from 'hono';
import {
  endSession,
  finishOidc,
  isDemo,
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
import { decodeKept, type KeptForm } from '../kept-form.ts';
import { GoOnSendingPage } from '../pages/kept.tsx';
import { CodePage, GoOnPage, LoginPage } from '../pages/login.tsx';
import { describeProblem } from '../problem.ts';
import { renderPage } from '../render.ts';
import { forgetSession, keepCookies } from '../session.ts';
import { viewOf } from '../view.ts';
import { firstPage } from './welcome.tsx';

export function loginRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/login', (c) => loginPage(c));
  routes.post('/login', async (c) => {
    const form = await readForm(c);
    const kept = keptIn(c, form);
    const email = textOf(form, 'email');
    try {
      const input = { email, password: textOf(form, 'password'), visit: visitOf(c) };
      const step = await signIn(c.get('ctx'), input);
      keepCookies(c, step);
      if (!step.codeNeeded) return await goOn(c, kept);
      if (kept === null) return c.redirect('/login/code', 303);
      return renderPage(c, <CodePage view={viewOf(c, '/login/code')} kept={kept} />);
    } catch (error) {
      return loginPage(c, { error, email, kept });
    }
  });
  routes.get('/login/code', (c) => renderPage(c, <CodePage view={viewOf(c)} />));
  routes.post('/login/code', async (c) => {
    const form = await readForm(c);
    const kept = keptIn(c, form);
    try {
      const input = { code: textOf(form, 'code'), visit: visitOf(c) };
      keepCookies(c, await signInWithCode(c.get('ctx'), input));
      return await goOn(c, kept);
    } catch (error) {
      const { view, problem, status } = refusal(c, error);
      const page = <CodePage view={view} problem={problem} kept={kept} />;
      return renderPage(c, page, status);
    }
  });
  routes.get('/auth/start', async (c) => {
    requireProvider(c);
    try {
      const { url, cookies } = await startOidc(c.get('ctx'), visitOf(c));
      keepCookies(c, { cookies });
      return c.redirect(url);
    } catch (error) {
      return loginPage(c, { error });
    }
  });
  routes.get(oidcReturnPath, async (c) => {
    requireProvider(c);
    try {
      const query = new URL(c.req.url).search;
      keepCookies(c, await finishOidc(c.get('ctx'), { query, visit: visitOf(c) }));
      return renderPage(c, <GoOnPage view={viewOf(c, '/')} href={await firstPage(c)} />);
    } catch (error) {
      return loginPage(c, { error });
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

interface Refused {
  readonly error: unknown;
  readonly email?: string;
  readonly kept?: KeptForm | null;
}

async function loginPage(c: Context<HttpEnv>, refused?: Refused): Promise<Response> {
  const ctx = c.get('ctx');
  const provider = ctx.config.signIn.oidc?.name ?? null;
  const demo = await isDemo(ctx);
  if (refused === undefined) {
    return renderPage(c, <LoginPage view={viewOf(c)} provider={provider} demo={demo} />);
  }
  const { error, ...typed } = refused;
  const { view, problem, status } = refusal(c, error);
  const page = <LoginPage {...{ view, provider, demo, problem }} {...typed} />;
  return renderPage(c, page, status);
}

/** Signed in: to where a person begins, or back to what they were sending. */
async function goOn(c: Context<HttpEnv>, kept: KeptForm | null): Promise<Response> {
  if (kept === null) return c.redirect(await firstPage(c), 303);
  return renderPage(c, <GoOnSendingPage view={viewOf(c, '/')} kept={kept} />);
}

function keptIn(c: Context<HttpEnv>, form: FormData): KeptForm | null {
  return decodeKept(textOf(form, 'kept'), c.get('takesForm'));
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
