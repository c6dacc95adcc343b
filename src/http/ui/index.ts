import { Hono } from 'hono';
import type { HttpEnv } from '../env.ts';
import { keepLocale } from './locale.ts';
import { assetRoutes } from './routes/assets.ts';
import { corpusSearchRoutes } from './routes/corpus-search.tsx';
import { corpusHealthRoutes } from './routes/corpus-health.tsx';
import { corpusRoutes } from './routes/corpus.tsx';
import { documentRoutes } from './routes/document.tsx';
import { errorPage, showMissingPage } from './routes/errors.tsx';
import { gapRoutes } from './routes/gaps.tsx';
import { itemRoutes } from './routes/item.tsx';
import { loginRoutes } from './routes/login.tsx';
import { reuseRoutes } from './routes/reuse.tsx';
import { queueRoutes } from './routes/queue.tsx';
import { submitRoutes } from './routes/submit.tsx';
import { uploadRoutes } from './routes/upload.tsx';
import { variantRoutes } from './routes/variants.tsx';
import { versionRoutes } from './routes/version.tsx';
import { versionDiffRoutes } from './routes/version-diff.tsx';

export { errorPage, isPageRequest } from './routes/errors.tsx';

/** The pages, mounted at `/` behind authentication; refusals come back as pages. */
export function createUi(): Hono<HttpEnv> {
  const pages = new Hono<HttpEnv>();
  pages.use(keepLocale, showMissingPage);
  for (const routes of [
    loginRoutes(),
    queueRoutes(),
    submitRoutes(),
    itemRoutes(),
    variantRoutes(),
    reuseRoutes(),
    corpusRoutes(),
    uploadRoutes(),
    corpusSearchRoutes(),
    gapRoutes(),
    corpusHealthRoutes(),
    versionRoutes(),
    versionDiffRoutes(),
    // Last of the corpus: its address takes any name.
    documentRoutes(),
  ]) {
    pages.route('/', routes);
  }
  pages.onError(errorPage);
  const ui = new Hono<HttpEnv>();
  ui.route('/', assetRoutes());
  ui.route('/', pages);
  return ui;
}
