import { Hono } from 'hono';
import type { HttpEnv } from '../env.ts';
import { keepLocale } from './locale.ts';
import { accountRoutes } from './routes/account.tsx';
import { assetRoutes } from './routes/assets.ts';
import { commentRoutes } from './routes/comments.tsx';
import { confirmRoutes } from './routes/confirm.tsx';
import { corpusSearchRoutes } from './routes/corpus-search.tsx';
import { corpusHealthRoutes } from './routes/corpus-health.tsx';
import { corpusRoutes } from './routes/corpus.tsx';
import { decideRoutes } from './routes/decide.tsx';
import { documentRoutes } from './routes/document.tsx';
import { errorPage, showMissingPage } from './routes/errors.tsx';
import { gapRoutes } from './routes/gaps.tsx';
import { itemRoutes } from './routes/item.tsx';
import { keepNoticeCount, noticeRoutes } from './routes/notices.tsx';
import { loginRoutes } from './routes/login.tsx';
import { publishedRoutes } from './routes/published.tsx';
import { reuseRoutes } from './routes/reuse.tsx';
import { queueRoutes } from './routes/queue.tsx';
import { statisticsRoutes } from './routes/statistics.tsx';
import { submitRoutes } from './routes/submit.tsx';
import { thirdLookRoutes } from './routes/third-look.tsx';
import { turnRoutes } from './routes/turn.ts';
import { uploadRoutes } from './routes/upload.tsx';
import { variantRoutes } from './routes/variants.tsx';
import { versionRoutes } from './routes/version.tsx';
import { versionDiffRoutes } from './routes/version-diff.tsx';

export { errorPage, isPageRequest } from './routes/errors.tsx';

/** The pages, mounted at `/` behind authentication; refusals come back as pages. */
export function createUi(): Hono<HttpEnv> {
  const pages = new Hono<HttpEnv>();
  pages.use(keepLocale, showMissingPage, keepNoticeCount);
  for (const routes of [
    loginRoutes(),
    confirmRoutes(),
    accountRoutes(),
    queueRoutes(),
    submitRoutes(),
    itemRoutes(),
    decideRoutes(),
    turnRoutes(),
    variantRoutes(),
    reuseRoutes(),
    publishedRoutes(),
    commentRoutes(),
    thirdLookRoutes(),
    noticeRoutes(),
    statisticsRoutes(),
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
