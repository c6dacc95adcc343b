import { Hono } from 'hono';
import { requirePermission } from '#identity/index.ts';
import { ConflictError } from '#platform/errors.ts';
import { confirmReuse, endReuse } from '#review/index.ts';
import type { HttpEnv } from '../../env.ts';
import { isId, textOf } from '../forms.ts';
import { claimOf, onItem } from './item.tsx';

/** Confirming that an approved answer fits a post, and taking that back. */
export function reuseRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  // The address a refused form leaves in the browser, opened again.
  for (const path of ['/posts/:id/reuse', '/posts/:id/reuse/end'] as const) {
    routes.get(path, (c) => c.redirect(`/posts/${c.req.param('id')}`));
  }
  routes.post('/posts/:id/reuse', (c) =>
    onItem(c, 'reuse', async (form, postId) => {
      const ctx = c.get('ctx');
      requirePermission(ctx.actor, 'answer.reuse');
      const approvalId = approvalOf(form);
      await confirmReuse(ctx, {
        postId,
        claimId: claimOf(form),
        approvalId,
        reason: textOf(form, 'reason'),
      });
      return '?notice=reused#reused';
    }),
  );
  routes.post('/posts/:id/reuse/end', (c) =>
    onItem(c, 'reuse', async (form, postId) => {
      const ctx = c.get('ctx');
      requirePermission(ctx.actor, 'answer.reuse');
      await endReuse(ctx, { postId, reason: textOf(form, 'reason') });
      return '?notice=reuseEnded#reused';
    }),
  );
  return routes;
}

function approvalOf(form: FormData): string {
  const id = textOf(form, 'approval');
  if (!isId(id)) throw new ConflictError('no such answer', { field: 'approval_id' });
  return id;
}
