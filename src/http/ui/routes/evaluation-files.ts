import { type Context, Hono } from 'hono';
import { compareRecordedRuns, evaluationTrend, readRecordedRun } from '#evaluations/index.ts';
import { requirePermission } from '#identity/index.ts';
import type { HttpEnv } from '../../env.ts';
import { comparisonTable, csvOf, runTables, trendTable } from '../evaluation-csv.ts';
import { checkedId, comparisonIn } from './evaluations.tsx';

/** The tables of evaluations as CSV, and run files as they were recorded. */
export function evaluationFileRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/evaluations/trend.csv', async (c) => {
    const ctx = c.get('ctx');
    requirePermission(ctx.actor, 'evaluation.read');
    return sendCsv(c, 'evaluations.csv', trendTable(await evaluationTrend(ctx)));
  });
  routes.get('/evaluations/compare.csv', async (c) => {
    const ctx = c.get('ctx');
    requirePermission(ctx.actor, 'evaluation.read');
    const { comparison } = await compareRecordedRuns(ctx, comparisonIn(c));
    return sendCsv(c, 'comparison.csv', comparisonTable(comparison));
  });
  routes.get('/evaluations/:id/run.json', async (c) => {
    const ctx = c.get('ctx');
    requirePermission(ctx.actor, 'evaluation.read');
    const { file_text } = await readRecordedRun(ctx, checkedId(c.req.param('id')));
    return c.body(file_text, 200, headers('application/json; charset=utf-8', 'run.json'));
  });
  routes.get('/evaluations/:id/:table{(?:measures|slices|abstention|queries)\\.csv}', async (c) => {
    const ctx = c.get('ctx');
    requirePermission(ctx.actor, 'evaluation.read');
    const { run } = await readRecordedRun(ctx, checkedId(c.req.param('id')));
    const table = c.req.param('table').slice(0, -'.csv'.length) as keyof typeof runTables;
    return sendCsv(c, `${table}.csv`, runTables[table](run));
  });
  return routes;
}

function sendCsv(
  c: Context<HttpEnv>,
  fileName: string,
  table: Parameters<typeof csvOf>[0],
): Response {
  return c.body(csvOf(table), 200, headers('text/csv; charset=utf-8', fileName));
}

function headers(type: string, fileName: string): Record<string, string> {
  return {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${fileName}"`,
    'Cache-Control': 'no-store',
  };
}
