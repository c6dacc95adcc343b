import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { methodNotAllowed as refuseMethod } from 'hono/method-not-allowed';
import { requestId } from 'hono/request-id';
import type { ReadItemsOf } from '#corpus/import/read-items.ts';
import { newId } from '#platform/ids.ts';
import type { Log } from '#platform/log.ts';
import type { RenderDocx } from '#review/export/render-docx.ts';
import { createApi } from './api/index.ts';
import { createDocs, type DocsFiles } from './docs.ts';
import type { HttpEnv } from './env.ts';
import { methodNotAllowed, notFound, problemResponse, sayWhenAgain, toProblem } from './errors.ts';
import { refuseOtherSites, requireActor } from './middleware/authenticate.ts';
import type { LiveHub } from './live/hub.ts';
import { limitBody } from './middleware/limit-body.ts';
import { logRequests } from './middleware/log-requests.ts';
import { needsContext, openContext, type OpenContext } from './middleware/open-context.ts';
import { securityHeaders } from './middleware/security-headers.ts';
import { errorPage, isPageRequest } from './ui/index.ts';
import { formTargets } from './ui/kept-form.ts';

export interface AppOptions {
  readonly version: string;
  readonly log: Log;
  /** Node shares one context; Workers open one per request. */
  readonly openContext: OpenContext;
  /** Files of the documentation page; null where there is no file system. */
  readonly docsFiles: DocsFiles | null;
  /** Reads files of the corpus; left out where their readers cannot run. */
  readonly readItems?: ReadItemsOf;
  /** Writes Word documents; left out like `readItems`. */
  readonly renderDocx?: RenderDocx;
  /** Tells open pages what changed; left out where streams cannot stay open. */
  readonly live?: LiveHub;
  /** Where nothing before this process does it. */
  readonly compress?: boolean;
  readonly ui: Hono<HttpEnv>;
}

/** The whole service over HTTP, the same on Node and on Workers. */
export function createApp(options: AppOptions): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  const open = openContext(options.openContext);
  const takesForm = formTargets(options.ui.routes);
  app.use(requestId({ generator: newId }));
  app.use(logRequests(options.log));
  app.use(securityHeaders);
  if (options.compress === true) app.use(compress());
  app.use(async (c, next) => {
    await next();
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
  });
  app.use(refuseOtherSites);
  app.use((c, next) => {
    c.set('readItems', options.readItems ?? null);
    c.set('renderDocx', options.renderDocx ?? null);
    c.set('live', options.live ?? null);
    c.set('takesForm', takesForm);
    return next();
  });
  app.use((c, next) => (needsContext(c.req.path) ? open(c, next) : next()));
  app.use((c, next) => (needsContext(c.req.path) ? requireActor(c, next) : next()));
  app.use(limitBody);
  app.use(refuseMethod({ app, onMethodNotAllowed: methodNotAllowed }));
  app.route('/', createApi(options.version));
  app.route('/', createDocs(options.version, options.docsFiles));
  app.route('/', options.ui);
  app.notFound(notFound);
  app.onError((error, c) => {
    sayWhenAgain(c, error);
    return isPageRequest(c)
      ? errorPage(error, c)
      : problemResponse(c, toProblem(error, c.var.requestId));
  });
  return app;
}
