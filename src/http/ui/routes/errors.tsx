import type { Context } from 'hono';
import { AppError } from '#platform/errors.ts';
import type { HttpEnv } from '../../env.ts';
import { toProblem } from '../../errors.ts';
import { FailedPage, NotFoundPage, RefusedPage } from '../pages/errors.tsx';
import { describeProblem } from '../problem.ts';
import { renderPage } from '../render.ts';
import { viewOf } from '../view.ts';

type PageResponse = Response | Promise<Response>;

export function notFoundPage(c: Context<HttpEnv>): PageResponse {
  return renderPage(c, <NotFoundPage view={viewOf(c)} />, 404);
}

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
