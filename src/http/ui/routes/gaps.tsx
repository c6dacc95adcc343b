import { type Context, Hono } from 'hono';
import { requirePermission } from '#identity/index.ts';
import { AppError } from '#platform/errors.ts';
import { daysToRange, gapReport, pillars } from '#upkeep/index.ts';
import type { HttpEnv } from '../../env.ts';
import { toProblem } from '../../errors.ts';
import type { GapFilterValues } from '../components/corpus/gap-filter.tsx';
import { GapsPage } from '../pages/gaps.tsx';
import { describeProblem } from '../problem.ts';
import { renderPage } from '../render.ts';
import { type Feedback, viewOf } from '../view.ts';

const pageSize = 50;

export function gapRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/corpus/gaps', async (c) => {
    requirePermission(c.get('ctx').actor, 'corpus.read');
    const asked = (name: string): string | null => c.req.query(name)?.trim() || null;
    const filter: GapFilterValues = {
      since: asked('since'),
      topic: asked('topic'),
      pillar: pillars.find((one) => one === asked('pillar')) ?? null,
      check: asked('check') === 'true',
    };
    try {
      return await gapsPage(c, filter, {}, 200);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'validation') throw error;
      const problem = describeProblem(error, 'page', viewOf(c).t);
      const { status } = toProblem(error, c.get('requestId'));
      return gapsPage(c, { ...filter, since: null }, { problem }, status);
    }
  });
  return routes;
}

async function gapsPage(
  c: Context<HttpEnv>,
  filter: GapFilterValues,
  feedback: Feedback,
  status: number,
): Promise<Response> {
  const { since, ...others } = filter;
  const report = await gapReport(c.get('ctx'), {
    ...others,
    ...daysToRange({ since: since ?? undefined }),
    limit: pageSize,
  });
  const page = <GapsPage view={viewOf(c)} report={report} filter={filter} feedback={feedback} />;
  return renderPage(c, page, status);
}
