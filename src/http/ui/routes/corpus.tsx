import { Hono } from 'hono';
import { type DocumentFilter, listDocuments } from '#corpus/index.ts';
import { requirePermission } from '#identity/index.ts';
import type { HttpEnv } from '../../env.ts';
import { CorpusPage } from '../pages/corpus.tsx';
import { renderPage } from '../render.ts';
import { viewOf } from '../view.ts';

const pageSize = 25;
const states = ['in_force', 'draft', 'ended'] as const;
const pillars = ['party', 'state', 'people'] as const;

export function corpusRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/corpus', async (c) => {
    const ctx = c.get('ctx');
    requirePermission(ctx.actor, 'corpus.read');
    const filter = filterOf((name) => c.req.query(name)?.trim() || null);
    const cursor = c.req.query('cursor') ?? null;
    const page = await listDocuments(ctx, { ...filter, cursor, limit: pageSize });
    return renderPage(c, <CorpusPage view={viewOf(c)} page={page} filter={filter} />);
  });
  return routes;
}

/** What the address asks for; a state or pillar that is none is left out. */
function filterOf(asked: (name: string) => string | null): DocumentFilter {
  return {
    text: asked('text'),
    state: states.find((one) => one === asked('state')) ?? null,
    pillar: pillars.find((one) => one === asked('pillar')) ?? null,
    topic: asked('topic'),
    language: asked('language'),
  };
}
