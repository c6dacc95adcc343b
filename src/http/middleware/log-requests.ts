import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { AppError } from '#platform/errors.ts';
import type { Log } from '#platform/log.ts';
import type { HttpEnv } from '../env.ts';

/** One line per request: the route's pattern, never its values, headers or bodies. */
export function logRequests(log: Log): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    const startedAt = performance.now();
    await next();
    const fields = {
      request_id: c.var.requestId,
      method: c.req.method,
      route: matchedRoutes(c).findLast((route) => route.method !== 'ALL')?.path ?? null,
      status: c.res.status,
      ms: Math.round(performance.now() - startedAt),
      user_id: (c.var as Partial<HttpEnv['Variables']>).ctx?.actor.userId ?? null,
    };
    if (c.res.status < 500) log.info(fields, 'request');
    else log.error({ ...fields, error: traceOf(c.error) }, 'request failed');
  };
}

/** What failed and where. Messages are left out unless they are ours: a driver's quote values. */
export function traceOf(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    ...('code' in error ? { code: error.code } : {}),
    ...(error instanceof AppError ? { message: error.message } : {}),
    ...(error.cause === undefined ? {} : { cause: traceOf(error.cause) }),
    stack: frames.slice(0, 12).map((line) => line.trim()),
  };
}
