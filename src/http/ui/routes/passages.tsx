import { Hono } from 'hono';
import { readQuotedPassage } from '#drafting/index.ts';
import { requirePermission } from '#identity/index.ts';
import { AppError, NotFoundError } from '#platform/errors.ts';
import { searchCorpus } from '#retrieval/index.ts';
import type { HttpEnv } from '../../env.ts';
import { toProblem } from '../../errors.ts';
import { PassageResults, type Pick, pickOfFound } from '../components/editor/passage-picker.tsx';
import { PassageView } from '../components/editor/passage-view.tsx';
import { PassagePage, PassagesPage } from '../pages/passages.tsx';
import { describeProblem, type Problem } from '../problem.ts';
import { renderFragment, renderPage } from '../render.ts';
import { viewOf } from '../view.ts';
import { idOf } from './item.tsx';

const mostFound = 8;

/** Sources beside the editor: with `part=panel` as a fragment for its side panel, else as pages. */
export function passageRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/posts/:id/passages', async (c) => {
    const ctx = c.get('ctx');
    requirePermission(ctx.actor, 'draft.write');
    const postId = idOf(c);
    const query = c.req.query('q')?.trim() ?? '';
    const view = viewOf(c);
    let picks: readonly Pick[] = [];
    let problem: Problem | undefined;
    let status = 200;
    try {
      if (query !== '') {
        const asked = { query, classification: 'citable', limit: mostFound } as const;
        picks = (await searchCorpus(ctx, asked)).matches.map(pickOfFound);
      }
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      problem = describeProblem(error, 'page', view.t);
      ({ status } = toProblem(error, c.get('requestId')));
    }
    if (c.req.query('part') === 'panel' && problem === undefined) {
      return renderFragment(c, <PassageResults view={view} postId={postId} picks={picks} />);
    }
    return renderPage(
      c,
      <PassagesPage view={view} postId={postId} asked={query} picks={picks} problem={problem} />,
      status,
    );
  });
  routes.get('/posts/:id/passages/:passage', async (c) => {
    const ctx = c.get('ctx');
    requirePermission(ctx.actor, 'draft.write');
    const postId = idOf(c);
    const id = c.req.param('passage');
    if (!/^\d{1,9}$/.test(id)) throw new NotFoundError('no such passage', { field: 'passage' });
    const quote = c.req.query('quote') ?? '';
    const passage = await readQuotedPassage(ctx, { passageId: Number(id), quote });
    const view = viewOf(c);
    const asked = quote.trim() !== '';
    return c.req.query('part') === 'panel'
      ? renderFragment(c, <PassageView view={view} passage={passage} asked={asked} />)
      : renderPage(c, <PassagePage view={view} postId={postId} passage={passage} asked={asked} />);
  });
  return routes;
}
