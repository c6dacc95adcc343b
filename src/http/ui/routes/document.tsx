import { Hono } from 'hono';
import { readDocument } from '#corpus/index.ts';
import { requirePermission } from '#identity/index.ts';
import { NotFoundError } from '#platform/errors.ts';
import type { HttpEnv } from '../../env.ts';
import { isId } from '../forms.ts';
import { DocumentPage } from '../pages/document.tsx';
import { renderPage } from '../render.ts';
import { viewOf } from '../view.ts';

export function documentRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/corpus/:id', async (c) => {
    const ctx = c.get('ctx');
    requirePermission(ctx.actor, 'corpus.read');
    const id = c.req.param('id');
    if (!isId(id)) throw new NotFoundError('no such document', { field: 'document' });
    const document = await readDocument(ctx, { id });
    return renderPage(c, <DocumentPage view={viewOf(c)} document={document} />);
  });
  return routes;
}
