import { type Context, Hono } from 'hono';
import {
  countDocuments,
  type DocumentFilter,
  documentStates,
  listDocuments,
} from '#corpus/index.ts';
import { requirePermission } from '#identity/index.ts';
import { isCalendarDay } from '#platform/clock.ts';
import type { HttpEnv } from '../../env.ts';
import { CorpusPage } from '../pages/corpus.tsx';
import { renderPage } from '../render.ts';
import { viewOf } from '../view.ts';

const pageSize = 25;
const pillars = ['party', 'state', 'people'] as const;
const uses = { citable: true, internal: false } as const;

export function corpusRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/corpus', async (c) => {
    const ctx = c.get('ctx');
    requirePermission(ctx.actor, 'corpus.read');
    const { filter, isDay } = filterIn(c);
    const cursor = c.req.query('cursor') ?? null;
    const page = await listDocuments(ctx, { ...filter, cursor, limit: pageSize });
    const counts = await countDocuments(ctx, filter);
    return renderPage(
      c,
      <CorpusPage view={viewOf(c)} page={page} counts={counts} filter={filter} isDay={isDay} />,
    );
  });
  return routes;
}

/** What the address asks for; a state, pillar, use or day that is none is left out. */
function filterIn(c: Context<HttpEnv>): { filter: DocumentFilter; isDay: boolean } {
  const asked = (name: string): string | null => c.req.query(name)?.trim() || null;
  const on = asked('on');
  const isDay = on === null || isCalendarDay(on);
  const use = asked('use');
  return {
    isDay,
    filter: {
      text: asked('text'),
      state: documentStates.find((one) => one === asked('state')) ?? null,
      on: isDay ? on : null,
      pillar: pillars.find((one) => one === asked('pillar')) ?? null,
      topic: asked('topic'),
      language: asked('language'),
      citable: use === 'citable' || use === 'internal' ? uses[use] : null,
    },
  };
}
