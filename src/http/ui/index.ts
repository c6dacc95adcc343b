import { Hono } from 'hono';
import type { HttpEnv } from '../env.ts';
import { keepLocale } from './locale.ts';
import { keepPreferences } from './preferences.ts';
import { accountRoutes } from './routes/account.tsx';
import { keyRoutes } from './routes/admin/keys.tsx';
import { settingRoutes } from './routes/admin/settings.tsx';
import { systemRoutes } from './routes/admin/system.tsx';
import { thresholdRoutes } from './routes/admin/thresholds.tsx';
import { userRoutes } from './routes/admin/users.tsx';
import { assetRoutes } from './routes/assets.ts';
import { auditRoutes } from './routes/audit.tsx';
import { bundleRoutes } from './routes/audit-bundles.tsx';
import { commentRoutes } from './routes/comments.tsx';
import { confirmRoutes } from './routes/confirm.tsx';
import { corpusSearchRoutes } from './routes/corpus-search.tsx';
import { corpusHealthRoutes } from './routes/corpus-health.tsx';
import { corpusRoutes } from './routes/corpus.tsx';
import { decideRoutes } from './routes/decide.tsx';
import { documentRoutes } from './routes/document.tsx';
import { editRoutes } from './routes/edit.tsx';
import { errorPage, showMissingPage } from './routes/errors.tsx';
import { eventRoutes } from './routes/events.ts';
import { evaluationRoutes } from './routes/evaluations.tsx';
import { evaluationFileRoutes } from './routes/evaluation-files.ts';
import { gapRoutes } from './routes/gaps.tsx';
import { importRoutes } from './routes/imports.tsx';
import { intakeRoutes } from './routes/intake.tsx';
import { itemRoutes } from './routes/item.tsx';
import { keepNoticeCount, noticeRoutes } from './routes/notices.tsx';
import { loginRoutes } from './routes/login.tsx';
import { passageRoutes } from './routes/passages.tsx';
import { originalRoutes } from './routes/original.tsx';
import { publishedRoutes } from './routes/published.tsx';
import { reviewRoutes } from './routes/review.tsx';
import { reuseRoutes } from './routes/reuse.tsx';
import { queueRoutes } from './routes/queue.tsx';
import { statisticsRoutes } from './routes/statistics.tsx';
import { submitRoutes } from './routes/submit.tsx';
import { thirdLookRoutes } from './routes/third-look.tsx';
import { triageRoutes } from './routes/triage.tsx';
import { turnRoutes } from './routes/turn.ts';
import { uploadRoutes } from './routes/upload.tsx';
import { variantRoutes } from './routes/variants.tsx';
import { versionRoutes } from './routes/version.tsx';
import { versionDiffRoutes } from './routes/version-diff.tsx';
import { welcomeRoutes } from './routes/welcome.tsx';

export { errorPage, isPageRequest } from './routes/errors.tsx';

/** The pages, mounted at `/` behind authentication; refusals come back as pages. */
export function createUi(): Hono<HttpEnv> {
  const pages = new Hono<HttpEnv>();
  pages.use(keepLocale, keepPreferences, showMissingPage, keepNoticeCount);
  for (const routes of [
    welcomeRoutes(),
    eventRoutes(),
    loginRoutes(),
    confirmRoutes(),
    accountRoutes(),
    queueRoutes(),
    submitRoutes(),
    intakeRoutes(),
    importRoutes(),
    triageRoutes(),
    itemRoutes(),
    editRoutes(),
    passageRoutes(),
    reviewRoutes(),
    decideRoutes(),
    turnRoutes(),
    variantRoutes(),
    reuseRoutes(),
    publishedRoutes(),
    commentRoutes(),
    thirdLookRoutes(),
    noticeRoutes(),
    statisticsRoutes(),
    evaluationFileRoutes(),
    evaluationRoutes(),
    auditRoutes(),
    bundleRoutes(),
    userRoutes(),
    keyRoutes(),
    thresholdRoutes(),
    settingRoutes(),
    systemRoutes(),
    corpusRoutes(),
    uploadRoutes(),
    corpusSearchRoutes(),
    gapRoutes(),
    corpusHealthRoutes(),
    originalRoutes(),
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
