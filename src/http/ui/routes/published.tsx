import { Hono } from 'hono';
import { requirePermission } from '#identity/index.ts';
import { NotFoundError } from '#platform/errors.ts';
import { recordPublished } from '#review/index.ts';
import type { HttpEnv } from '../../env.ts';
import { isId, textOf } from '../forms.ts';
import { onItem } from './item.tsx';

/** The team says where it published an answer. */
export function publishedRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  // The address a refused form leaves in the browser, opened again.
  routes.get('/posts/:id/published', (c) => c.redirect(`/posts/${c.req.param('id')}`));
  routes.post('/posts/:id/published', (c) =>
    onItem(c, 'published', async (form) => {
      const ctx = c.get('ctx');
      requirePermission(ctx.actor, 'published.record');
      const approvalId = textOf(form, 'approval');
      if (!isId(approvalId)) throw new NotFoundError('no such approval', { field: 'approval' });
      await recordPublished(ctx, { approvalId, url: textOf(form, 'url') });
      return '#published';
    }),
  );
  return routes;
}
