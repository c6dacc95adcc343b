import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';
import { etag } from 'hono/etag';
import type { HttpEnv } from '../../env.ts';

// Resolved when asked for: a Worker's module has no URL of its own.
const stylesheet = () => new URL('../public/assets/style.css', import.meta.url);

/** Files the pages need; on Workers the platform serves `public/` before this runs. */
export function assetRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/assets/style.css', etag(), async (c) =>
    c.body(await readFile(stylesheet(), 'utf8'), 200, {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': 'public, no-cache',
    }),
  );
  return routes;
}
