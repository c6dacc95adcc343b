import { Hono } from 'hono';
import { requirePermission } from '#identity/index.ts';
import { NotFoundError } from '#platform/errors.ts';
import { listImports, readImport } from '#posts/index.ts';
import type { HttpEnv } from '../../env.ts';
import { isId } from '../forms.ts';
import { ImportPage, ImportsPage } from '../pages/imports.tsx';
import { refusalsCsv } from '../refusals-csv.ts';
import { renderPage } from '../render.ts';
import { viewOf } from '../view.ts';

const perPage = 50;

/** Imports of files: which there were, how far each is, and what could not be imported. */
export function importRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/imports', async (c) => {
    const ctx = c.get('ctx');
    requirePermission(ctx.actor, 'import.read');
    const page = await listImports(ctx, { cursor: c.req.query('cursor'), limit: perPage });
    return renderPage(c, <ImportsPage view={viewOf(c)} page={page} />);
  });
  routes.get('/imports/:id', async (c) => {
    const ctx = c.get('ctx');
    requirePermission(ctx.actor, 'import.read');
    const found = await readImport(ctx, idOf(c.req.param('id')));
    const feedback = { notice: c.req.query('notice') };
    const view = viewOf(c, `/imports/${found.id}`);
    return renderPage(c, <ImportPage view={view} found={found} feedback={feedback} />);
  });
  routes.get('/imports/:id/errors.csv', async (c) => {
    const ctx = c.get('ctx');
    requirePermission(ctx.actor, 'import.read');
    const found = await readImport(ctx, idOf(c.req.param('id')));
    const view = viewOf(c);
    return c.body(refusalsCsv(view, found.refusals), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${view.t.importPage.errorsFile}.csv"`,
      'Cache-Control': 'no-store',
    });
  });
  return routes;
}

/** @throws NotFoundError for what is no identifier. */
function idOf(id: string): string {
  if (isId(id)) return id;
  throw new NotFoundError('no such import', { field: 'import' });
}
