import type { Context, MiddlewareHandler } from 'hono';
import type { AppContext, HttpEnv } from '../env.ts';

/** A context for one request, the system acting until `requireActor` says who does. */
export interface OpenedContext {
  readonly ctx: AppContext;
  close(): Promise<void>;
}
export type OpenContext = (c: Context<HttpEnv>) => Promise<OpenedContext>;

/** Reached without a database: the process's own health, and files. */
const files = /^\/(healthz|openapi\.json|docs(\/.*)?|assets\/.*)$/;

export function needsContext(path: string): boolean {
  return !files.test(path);
}

export function openContext(open: OpenContext): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    const opened = await open(c);
    c.set('ctx', opened.ctx);
    try {
      await next();
    } finally {
      await opened.close();
    }
  };
}
