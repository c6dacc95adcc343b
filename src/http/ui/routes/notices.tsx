import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { countNotices, readNotices, readOpenings } from '#review/index.ts';
import type { AppContext, HttpEnv } from '../../env.ts';
import { NoticesPage } from '../pages/notices.tsx';
import { renderPage } from '../render.ts';
import { viewOf } from '../view.ts';

/** Counts what is addressed to who asks, for the header of the page. */
export const keepNoticeCount = createMiddleware<HttpEnv>(async (c, next) => {
  // Absent on pages shown before anybody has signed in.
  const ctx = c.get('ctx') as AppContext | undefined;
  if (ctx !== undefined && ctx.actor.userId !== null) c.set('notices', await countNotices(ctx));
  await next();
});

export function noticeRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/notices', async (c) => {
    const ctx = c.get('ctx');
    const notices = await readNotices(ctx);
    const posts = notices.flatMap(({ entries }) => entries.map(({ postId }) => postId));
    const openings = await readOpenings(ctx, posts);
    return renderPage(c, <NoticesPage view={viewOf(c)} notices={notices} openings={openings} />);
  });
  return routes;
}
