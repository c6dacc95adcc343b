import type { Context, MiddlewareHandler } from 'hono';
import { AppError } from '#platform/errors.ts';
import type { HttpEnv } from '../../env.ts';
import { toProblem } from '../../errors.ts';
import { FailedPage, NotFoundPage, RefusedPage } from '../pages/errors.tsx';
import { describeProblem } from '../problem.ts';
import { renderPage } from '../render.ts';
import { viewOf } from '../view.ts';

type PageResponse = Response | Promise<Response>;

/** A browser at an address that nothing answers gets a page; the API keeps its problems. */
export const showMissingPage: MiddlewareHandler<HttpEnv> = async (c, next) => {
  await next();
  const wantsPage = c.req.method === 'GET' && (c.req.header('Accept') ?? '').includes('text/html');
  if (c.res.status !== 404 || !wantsPage || c.req.path.startsWith('/v1/')) return;
  if (c.res.headers.get('Content-Type')?.startsWith('text/html') === true) return;
  const page = await renderPage(c, <NotFoundPage view={viewOf(c)} />, 404);
  c.res = new Response(page.body, { status: 404, headers: page.headers });
};

/** An error no form can show: refused with its reason, or failed with nothing but the request id. */
export function errorPage(error: unknown, c: Context<HttpEnv>): PageResponse {
  const { status } = toProblem(error, c.get('requestId'));
  const view = viewOf(c, c.req.method === 'GET' ? undefined : '/');
  if (status === 404) return renderPage(c, <NotFoundPage view={view} />, 404);
  if (!(error instanceof AppError) || status >= 500) {
    return renderPage(c, <FailedPage view={view} requestId={c.get('requestId')} />, status);
  }
  const problem = describeProblem(error, 'page', view.t);
  return renderPage(
    c,
    <RefusedPage view={view} problem={problem} forbidden={status === 403} />,
    status,
  );
}
