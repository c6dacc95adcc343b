import { type Context, Hono } from 'hono';
import { requirePermission } from '#identity/index.ts';
import { NotFoundError } from '#platform/errors.ts';
import {
  approveThreshold,
  currentThresholds,
  listThresholds,
  proposeThreshold,
} from '#retrieval/index.ts';
import type { HttpEnv } from '../../../env.ts';
import { isId, textOf } from '../../forms.ts';
import { ThresholdsPage } from '../../pages/admin/thresholds.tsx';
import { renderPage } from '../../render.ts';
import { type Feedback, viewOf } from '../../view.ts';
import { onForm } from './on-form.ts';

const pageSize = 25;

/** Thresholds: one proposes, another approves. */
export function thresholdRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/admin/thresholds', (c) => {
    requirePermission(c.get('ctx').actor, 'threshold.read');
    return thresholdsPage(c, { notice: c.req.query('notice') }, 200);
  });
  const again = (c: Context<HttpEnv>) => (feedback: Feedback, status: number) =>
    thresholdsPage(c, feedback, status);
  routes.post('/admin/thresholds', (c) =>
    onForm(
      c,
      { may: 'threshold.propose', name: 'threshold', inPerson: true, again: again(c) },
      async (form) => {
        await proposeThreshold(c.get('ctx'), {
          model: textOf(form, 'model'),
          threshold: numberOf(textOf(form, 'threshold')),
          reason: textOf(form, 'reason'),
        });
        return c.redirect('/admin/thresholds?notice=proposed', 303);
      },
    ),
  );
  routes.get('/admin/thresholds/:id/approve', (c) => c.redirect('/admin/thresholds'));
  routes.post('/admin/thresholds/:id/approve', (c) =>
    onForm(
      c,
      { may: 'threshold.approve', name: 'threshold', inPerson: true, again: again(c) },
      async () => {
        const id = c.req.param('id');
        if (!isId(id)) throw new NotFoundError('there is no such proposal', { field: 'id' });
        await approveThreshold(c.get('ctx'), { id });
        return c.redirect('/admin/thresholds?notice=approved', 303);
      },
    ),
  );
  return routes;
}

/** A number with a comma or a point; NaN when it is none. */
export function numberOf(typed: string): number {
  const text = typed.trim().replace(',', '.');
  return text === '' ? Number.NaN : Number(text);
}

async function thresholdsPage(
  c: Context<HttpEnv>,
  feedback: Feedback,
  status: number,
): Promise<Response> {
  const ctx = c.get('ctx');
  const cursor = c.req.query('cursor') || null;
  const page = (
    <ThresholdsPage
      view={viewOf(c, '/admin/thresholds')}
      models={await currentThresholds(ctx)}
      page={await listThresholds(ctx, { cursor, limit: pageSize })}
      paged={cursor !== null}
      settingsOf={ctx.settingsOf}
      feedback={feedback}
    />
  );
  return renderPage(c, page, status);
}
