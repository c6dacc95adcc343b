import { type Context, Hono } from 'hono';
import { mayDo, requirePermission } from '#identity/index.ts';
import { AppError, NotFoundError } from '#platform/errors.ts';
import {
  countQueue,
  deleteFilter,
  leaseNext,
  listFilters,
  listItems,
  saveFilter,
} from '#review/index.ts';
import type { HttpEnv } from '../../env.ts';
import { toProblem } from '../../errors.ts';
import { isId, readForm, textOf } from '../forms.ts';
import { QueuePage } from '../pages/queue.tsx';
import { describeProblem } from '../problem.ts';
import { addressOfFilter, filterOfAddress } from '../queue-address.ts';
import { renderPage } from '../render.ts';
import { keepLease } from '../session.ts';
import { type Feedback, viewOf } from '../view.ts';

const pageSize = 25;

export function queueRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/', (c) => {
    const { searchParams } = new URL(c.req.url);
    return queuePage(c, searchParams, { notice: c.req.query('notice') }, 200);
  });
  routes.post('/review/next', async (c) => {
    const ctx = c.get('ctx');
    requirePermission(ctx.actor, 'review.decide');
    const lease = await leaseNext(ctx, {
      leaseMs: ctx.leaseMs,
      golden: { share: ctx.config.goldenShare },
    });
    if (lease === null) return c.redirect('/?notice=nothing', 303);
    keepLease(c, lease, ctx.leaseMs);
    return c.redirect(`/posts/${lease.postId}/review`, 303);
  });
  // The address a refused form leaves in the browser, opened again.
  routes.get('/filters', (c) => c.redirect('/'));
  routes.get('/filters/delete', (c) => c.redirect('/'));
  routes.post('/filters', async (c) => {
    const ctx = c.get('ctx');
    requirePermission(ctx.actor, 'filters.save');
    const form = await readForm(c);
    const search = new URLSearchParams(textOf(form, 'filter'));
    const filter = filterOfAddress(search);
    try {
      await saveFilter(ctx, { name: textOf(form, 'name'), filter });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const problem = describeProblem(error, 'filters', viewOf(c).t);
      const { status } = toProblem(error, c.get('requestId'));
      return queuePage(c, search, { problem, typed: form }, status);
    }
    const address = addressOfFilter(filter);
    return c.redirect(
      `${address}${address.includes('?') ? '&' : '?'}notice=filter_saved#filters`,
      303,
    );
  });
  routes.post('/filters/delete', async (c) => {
    const ctx = c.get('ctx');
    requirePermission(ctx.actor, 'filters.save');
    const id = textOf(await readForm(c), 'id');
    if (!isId(id)) throw new NotFoundError('no such filter', { field: 'id' });
    await deleteFilter(ctx, { id });
    return c.redirect('/?notice=filter_removed#filters', 303);
  });
  return routes;
}

async function queuePage(
  c: Context<HttpEnv>,
  search: URLSearchParams,
  feedback: Feedback,
  status: number,
): Promise<Response> {
  const ctx = c.get('ctx');
  requirePermission(ctx.actor, 'posts.read');
  const filter = filterOfAddress(search);
  const cursor = search.get('cursor');
  const reviewing = mayDo(ctx.actor, 'review.decide');
  const own = reviewing && cursor === null;
  const view = viewOf(c, feedback.problem === undefined ? undefined : addressOfFilter(filter));
  return renderPage(
    c,
    <QueuePage
      view={view}
      page={await listItems(ctx, { ...filter, cursor, limit: pageSize })}
      count={reviewing ? await countQueue(ctx) : null}
      own={
        own
          ? [
              ...(await listItems(ctx, { holding: 'mine', limit: pageSize })).items,
              ...(await listItems(ctx, { holding: 'for_me', limit: pageSize })).items,
            ]
          : []
      }
      filter={filter}
      saved={mayDo(ctx.actor, 'filters.save') ? await listFilters(ctx) : []}
      feedback={feedback}
    />,
    status,
  );
}
