import { Hono } from 'hono';
import { readOriginal, readVersion } from '#corpus/index.ts';
import { requirePermission } from '#identity/index.ts';
import { NotFoundError } from '#platform/errors.ts';
import type { HttpEnv } from '../../env.ts';
import { isId } from '../forms.ts';
import { OriginalPage } from '../pages/original.tsx';
import { renderPage } from '../render.ts';
import { quoteIn } from '../version-place.ts';
import { viewOf } from '../view.ts';

export function originalRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/corpus/versions/:id/original', async (c) => {
    const ctx = c.get('ctx');
    requirePermission(ctx.actor, 'corpus.read');
    const id = c.req.param('id');
    if (!isId(id)) throw new NotFoundError('no such version', { field: 'version' });
    const version = await readVersion(ctx, id, { from: 0, limit: 0 });
    const quote = quoteIn(c);
    const original = await readOriginal(ctx, { versionId: id, quote });
    return renderPage(
      c,
      <OriginalPage view={viewOf(c)} version={version} original={original} quote={quote} />,
    );
  });
  return routes;
}
