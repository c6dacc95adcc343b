import type { Context, MiddlewareHandler } from 'hono';
import { AppError, type ErrorCode } from '#platform/errors.ts';
import type { HttpEnv } from '../../env.ts';
import { sayWhenAgain, toProblem } from '../../errors.ts';
import { isOwnPage } from '../../middleware/authenticate.ts';
import { keepForm, type KeptForm, mostKeptBytes, sizeOf } from '../kept-form.ts';
import { ConfirmPage } from '../pages/confirm.tsx';
import { FailedPage, NotFoundPage, RefusedPage } from '../pages/errors.tsx';
import { SessionEndedPage } from '../pages/kept.tsx';
import { describeProblem } from '../problem.ts';
import { isFormType, readLimitedForm } from '../read-limited.ts';
import { renderPage } from '../render.ts';
import { viewOf } from '../view.ts';

/** A browser that shows what it gets; programs and the API get problems. */
export function isPageRequest(c: Context<HttpEnv>): boolean {
  return (c.req.header('Accept') ?? '').includes('text/html') && !c.req.path.startsWith('/v1/');
}

/** A browser at an address that nothing answers gets a page. */
export const showMissingPage: MiddlewareHandler<HttpEnv> = async (c, next) => {
  await next();
  if (c.res.status !== 404 || c.req.method !== 'GET' || !isPageRequest(c)) return;
  if (c.res.headers.get('Content-Type')?.startsWith('text/html') === true) return;
  const page = await renderPage(c, <NotFoundPage view={viewOf(c)} />, 404);
  c.res = new Response(page.body, { status: 404, headers: page.headers });
};

/** An error no form can show: refused with its reason, or failed with nothing but the request id. */
export async function errorPage(error: unknown, c: Context<HttpEnv>): Promise<Response> {
  sayWhenAgain(c, error);
  const saved = await pageWithText(error, c);
  if (saved !== null) return saved;
  const found = toProblem(error, c.var.requestId);
  const view = viewOf(c, c.req.method === 'GET' ? undefined : '/');
  if (found.status === 404) return renderPage(c, <NotFoundPage view={view} />, 404);
  if (found.status >= 500) {
    return renderPage(c, <FailedPage view={view} requestId={found.instance} />, found.status);
  }
  const refusal =
    error instanceof AppError ? error : new AppError(codeOf(found.status), found.detail);
  const problem = describeProblem(refusal, 'page', view.t);
  return renderPage(c, <RefusedPage view={view} problem={problem} />, found.status);
}

/**
 * A page that gives back what was written, when a form of ours is refused only because its person has to
 * sign in, or to confirm who they are, once more; null for any other refusal.
 */
async function pageWithText(error: unknown, c: Context<HttpEnv>): Promise<Response | null> {
  const code = error instanceof AppError ? error.code : null;
  if (code !== 'unauthenticated' && code !== 'confirmation_needed') return null;
  const { path, raw } = c.req;
  if (c.req.method !== 'POST' || !isFormType(raw.headers.get('Content-Type') ?? '')) return null;
  if (!isOwnPage(c) || !c.get('takesForm')(path)) return null;
  const kept = await keptOf(c, code === 'unauthenticated');
  const view = viewOf(c, '/');
  if (code === 'unauthenticated') {
    const provider = c.get('ctx').config.signIn.oidc?.name ?? null;
    return renderPage(c, <SessionEndedPage view={view} provider={provider} kept={kept} />, 401);
  }
  if (kept === null) return null;
  const problem = describeProblem(error as AppError, 'confirm', view.t);
  return renderPage(c, <ConfirmPage view={view} back="/" problem={problem} kept={kept} />, 403);
}

/** What a route has read is kept by the request; nothing has read what `requireActor` refused. */
async function keptOf(c: Context<HttpEnv>, unread: boolean): Promise<KeptForm | null> {
  const form = unread
    ? await readLimitedForm(c.req.raw, mostKeptBytes)
    : await c.req.formData().catch(() => null);
  // What was not read stays in the connection: a client must not use it again.
  if (form === null) c.header('Connection', 'close');
  const kept = form === null ? null : keepForm(c.req.path, form);
  return kept !== null && sizeOf(kept) <= mostKeptBytes ? kept : null;
}

/** What a library refused, e.g. a form from another site. */
function codeOf(status: number): ErrorCode {
  return status === 403 ? 'forbidden' : 'validation';
}
