import { Hono } from 'hono';
import { requirePermission } from '#identity/index.ts';
import { leaseNext, listItems } from '#review/index.ts';
import type { HttpEnv } from '../../env.ts';
import { QueuePage, queueStates } from '../pages/queue.tsx';
import { renderPage } from '../render.ts';
import { keepLease } from '../session.ts';
import { viewOf } from '../view.ts';

const pageSize = 25;

export function queueRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/', async (c) => {
    const ctx = c.get('ctx');
    requirePermission(ctx.actor, 'posts.read');
    const state = queueStates.find((one) => one === c.req.query('state')) ?? null;
    const needsRecheck = c.req.query('recheck') === 'true';
    const cursor = c.req.query('cursor') ?? null;
    const page = await listItems(ctx, { state, needsRecheck, cursor, limit: pageSize });
    const feedback = { notice: c.req.query('notice') };
    return renderPage(
      c,
      <QueuePage
        view={viewOf(c)}
        page={page}
        state={state}
        needsRecheck={needsRecheck}
        feedback={feedback}
      />,
    );
  });
  routes.post('/review/next', async (c) => {
    const ctx = c.get('ctx');
    requirePermission(ctx.actor, 'review.decide');
    const lease = await leaseNext(ctx, { leaseMs: ctx.leaseMs });
    if (lease === null) return c.redirect('/?notice=nothing', 303);
    keepLease(c, lease, ctx.leaseMs);
    return c.redirect(`/posts/${lease.postId}#review`, 303);
  });
  return routes;
}
