import type { Context, MiddlewareHandler } from 'hono';
import { AppError, type ErrorCode } from '#platform/errors.ts';
import type { HttpEnv } from '../../env.ts';
import { sayWhenAgain, toProblem } from '../../errors.ts';
import { FailedPage, NotFoundPage, RefusedPage } from '../pages/errors.tsx';
import { describeProblem } from '../problem.ts';
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
export function errorPage(error: unknown, c: Context<HttpEnv>): Response | Promise<Response> {
  sayWhenAgain(c, error);
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

/** What a library refused, e.g. a form from another site. */
function codeOf(status: number): ErrorCode {
  return status === 403 ? 'forbidden' : 'validation';
}
