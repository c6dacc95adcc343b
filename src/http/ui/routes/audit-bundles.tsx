import { type Context, Hono } from 'hono';
import { requirePermission } from '#identity/index.ts';
import { AppError, NotFoundError, ValidationError } from '#platform/errors.ts';
import {
  approvalStatuses,
  createBundle,
  searchApprovals,
  verifyBundle,
  writeBundle,
} from '#review/index.ts';
import type { HttpEnv } from '../../env.ts';
import { toProblem } from '../../errors.ts';
import { isId, optionalText, readForm } from '../forms.ts';
import { BundleVerdictPage } from '../pages/audit/bundle-verdict.tsx';
import { BundlesPage } from '../pages/audit/bundles.tsx';
import { describeProblem, type FormName } from '../problem.ts';
import { renderPage } from '../render.ts';
import { type Feedback, viewOf } from '../view.ts';

const pageSize = 25;

/** Evidence of approvals: made and downloaded, and checked. */
export function bundleRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/audit/bundles', (c) => {
    requirePermission(c.get('ctx').actor, 'bundle.read');
    return bundlesPage(c, {}, 200);
  });
  // The address a check leaves in the browser, opened again.
  routes.get('/audit/bundles/check', (c) => c.redirect('/audit/bundles'));
  routes.post('/audit/bundles/check', (c) => checkBundle(c));
  routes.post('/audit/bundles/:id', (c) => makeBundle(c));
  return routes;
}

async function makeBundle(c: Context<HttpEnv>): Promise<Response> {
  const ctx = c.get('ctx');
  requirePermission(ctx.actor, 'bundle.read');
  const id = c.req.param('id') ?? '';
  if (!isId(id)) throw new NotFoundError('there is no such approval', { field: 'id' });
  try {
    const text = writeBundle(await createBundle(ctx, { approvalId: id }));
    return c.body(text, 200, {
      'Content-Type': 'application/json',
      'Content-Disposition': `attachment; filename="doichung-${id}.bundle.json"`,
    });
  } catch (error) {
    return refused(c, error, 'page');
  }
}

async function checkBundle(c: Context<HttpEnv>): Promise<Response> {
  const ctx = c.get('ctx');
  requirePermission(ctx.actor, 'bundle.read');
  const form = await readForm(c);
  const file = form.get('file');
  if (!(file instanceof File) || file.size === 0) {
    const missing = new ValidationError('no file was sent', { field: 'file' });
    return refused(c, missing, 'bundle-check', form);
  }
  const verdict = await verifyBundle(await file.text(), { key: optionalText(form, 'key') });
  const page = (
    <BundleVerdictPage
      view={viewOf(c, '/audit/bundles')}
      fileName={file.name}
      verdict={verdict}
      ownKey={ctx.installationKey.id}
    />
  );
  return renderPage(c, page);
}

function refused(
  c: Context<HttpEnv>,
  error: unknown,
  name: FormName,
  typed?: FormData,
): Promise<Response> {
  if (!(error instanceof AppError)) throw error;
  const problem = describeProblem(error, name, viewOf(c).t);
  return bundlesPage(c, { problem, typed }, toProblem(error, c.get('requestId')).status);
}

async function bundlesPage(
  c: Context<HttpEnv>,
  feedback: Feedback,
  status: number,
): Promise<Response> {
  const asked = c.req.query('status');
  const about = (c.req.query('about') ?? '').trim();
  const cursor = c.req.query('cursor') || null;
  const chosen = approvalStatuses.find((one) => one === asked);
  const page =
    about !== '' && !isId(about)
      ? { items: [], nextCursor: null }
      : await searchApprovals(c.get('ctx'), {
          status: chosen,
          about: about === '' ? undefined : about,
          cursor,
          limit: pageSize,
        });
  const query = new URLSearchParams();
  if (chosen !== undefined) query.set('status', chosen);
  if (about !== '') query.set('about', about);
  const first = `/audit/bundles?${query.toString()}`;
  if (page.nextCursor !== null) query.set('cursor', page.nextCursor);
  return renderPage(
    c,
    <BundlesPage
      view={viewOf(c, c.req.method === 'GET' ? undefined : '/audit/bundles')}
      approvals={page.items}
      status={chosen}
      about={about}
      next={page.nextCursor === null ? null : `/audit/bundles?${query.toString()}`}
      first={cursor === null ? null : first}
      feedback={feedback}
    />,
    status,
  );
}
