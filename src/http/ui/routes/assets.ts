import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';
import { etag } from 'hono/etag';
import type { HttpEnv } from '../../env.ts';

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  woff2: 'font/woff2',
  txt: 'text/plain; charset=utf-8',
};

// Resolved when asked for: a Worker's module has no URL of its own.
const fileOf = (name: string) => new URL(`../public/assets/${name}`, import.meta.url);

/** Files the pages need; on Workers the platform serves `public/` before this runs. */
export function assetRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get(
    '/assets/:name{(?:fonts/)?[a-zA-Z0-9-]+\\.(?:css|js|woff2|txt)}',
    etag(),
    async (c) => {
      const name = c.req.param('name');
      const extension = name.slice(name.lastIndexOf('.') + 1);
      const body = await contentOf(name);
      if (body === null) return c.notFound();
      return c.body(body, 200, {
        'Content-Type': types[extension] as string,
        // A font never changes under its name; the rest is asked for again and mostly answered by 304.
        'Cache-Control':
          extension === 'woff2' ? 'public, max-age=31536000, immutable' : 'public, no-cache',
      });
    },
  );
  return routes;
}

async function contentOf(name: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await readFile(fileOf(name)));
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return null;
    throw error;
  }
}
