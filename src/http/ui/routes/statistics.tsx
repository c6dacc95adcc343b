import { Hono } from 'hono';
import { requirePermission } from '#identity/index.ts';
import { AppError } from '#platform/errors.ts';
import { readStatistics } from '#review/index.ts';
import type { HttpEnv } from '../../env.ts';
import { toProblem } from '../../errors.ts';
import { StatisticsPage } from '../pages/statistics.tsx';
import { describeProblem } from '../problem.ts';
import { renderPage } from '../render.ts';
import { viewOf } from '../view.ts';

export function statisticsRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/statistics', async (c) => {
    const ctx = c.get('ctx');
    requirePermission(ctx.actor, 'statistics.read');
    const view = viewOf(c);
    const asked = (name: string): string | undefined => c.req.query(name)?.trim() || undefined;
    try {
      const statistics = await readStatistics(ctx, { from: asked('from'), to: asked('to') });
      return await renderPage(
        c,
        <StatisticsPage view={view} statistics={statistics} feedback={{}} />,
      );
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'validation') throw error;
      const feedback = { problem: describeProblem(error, 'page', view.t) };
      const { status } = toProblem(error, c.get('requestId'));
      const statistics = await readStatistics(ctx, {});
      const page = <StatisticsPage view={view} statistics={statistics} feedback={feedback} />;
      return renderPage(c, page, status);
    }
  });
  return routes;
}
