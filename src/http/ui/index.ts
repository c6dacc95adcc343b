import { Hono } from 'hono';
import type { HttpEnv } from '../env.ts';
import { keepLocale } from './locale.ts';
import { assetRoutes } from './routes/assets.ts';
import { errorPage, showMissingPage } from './routes/errors.tsx';
import { itemRoutes } from './routes/item.tsx';
import { loginRoutes } from './routes/login.tsx';
import { queueRoutes } from './routes/queue.tsx';
import { submitRoutes } from './routes/submit.tsx';

export { errorPage, isPageRequest } from './routes/errors.tsx';

/** The pages, mounted at `/` behind authentication; refusals come back as pages. */
export function createUi(): Hono<HttpEnv> {
  const pages = new Hono<HttpEnv>();
  pages.use(keepLocale, showMissingPage);
  for (const routes of [loginRoutes(), queueRoutes(), submitRoutes(), itemRoutes()]) {
    pages.route('/', routes);
  }
  pages.onError(errorPage);
  const ui = new Hono<HttpEnv>();
  ui.route('/', assetRoutes());
  ui.route('/', pages);
  return ui;
}
