import { Hono } from 'hono';
import { requirePermission } from '#identity/index.ts';
import { AppError } from '#platform/errors.ts';
import { maxFound, searchCorpus } from '#retrieval/index.ts';
import type { HttpEnv } from '../../env.ts';
import { toProblem } from '../../errors.ts';
import { CorpusSearchPage, type CorpusSearchValues } from '../pages/corpus-search.tsx';
import { describeProblem } from '../problem.ts';
import { renderPage } from '../render.ts';
import { viewOf } from '../view.ts';

const classes = ['citable', 'internal'] as const;

export function corpusSearchRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/corpus/search', async (c) => {
    const ctx = c.get('ctx');
    requirePermission(ctx.actor, 'corpus.read');
    const asked = (name: string): string => c.req.query(name)?.trim() ?? '';
    const values: CorpusSearchValues = {
      q: asked('q'),
      asOf: asked('as_of'),
      classification: classes.find((one) => one === asked('classification')) ?? '',
    };
    const view = viewOf(c);
    try {
      const found =
        values.q === ''
          ? null
          : await searchCorpus(ctx, {
              query: values.q,
              limit: maxFound,
              ...(values.asOf === '' ? {} : { asOf: values.asOf }),
              ...(values.classification === '' ? {} : { classification: values.classification }),
            });
      return await renderPage(
        c,
        <CorpusSearchPage view={view} values={values} found={found} feedback={{}} />,
      );
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const problem = describeProblem(error, 'page', view.t);
      return renderPage(
        c,
        <CorpusSearchPage view={view} values={values} found={null} feedback={{ problem }} />,
        toProblem(error, c.get('requestId')).status,
      );
    }
  });
  return routes;
}
