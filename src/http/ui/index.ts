import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { TooLargeError } from '#platform/errors.ts';
import type { HttpEnv } from '../env.ts';
import { maxBodyBytes } from '../middleware/read-json.ts';
import { chooseLocale } from './locale.ts';
import { assetRoutes } from './routes/assets.ts';
import { errorPage } from './routes/errors.tsx';
import { itemRoutes } from './routes/item.tsx';
import { loginRoutes } from './routes/login.tsx';
import { queueRoutes } from './routes/queue.tsx';
import { submitRoutes } from './routes/submit.tsx';

export { errorPage, notFoundPage } from './routes/errors.tsx';

const limitForm = bodyLimit({
  maxSize: maxBodyBytes,
  onError: () => {
    throw new TooLargeError(`the form is larger than ${maxBodyBytes} bytes`, { field: 'text' });
  },
});

/** The pages, mounted at `/` behind authentication; refusals come back as pages. */
export function createUi(): Hono<HttpEnv> {
  const pages = new Hono<HttpEnv>();
  pages.use(chooseLocale, limitForm);
  for (const routes of [loginRoutes(), queueRoutes(), submitRoutes(), itemRoutes()]) {
    pages.route('/', routes);
  }
  pages.onError(errorPage);
  const ui = new Hono<HttpEnv>();
  ui.route('/', assetRoutes());
  ui.route('/', pages);
  return ui;
}
