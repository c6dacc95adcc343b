import { type Context, Hono } from 'hono';
import { requirePermission } from '#identity/index.ts';
import { NotFoundError } from '#platform/errors.ts';
import { listGolden, listTopicWeights, retireGolden, setTopicWeight } from '#review/index.ts';
import {
  createEndpoint,
  disableEndpoint,
  listDeliveries,
  listEndpoints,
  rotateSecret,
  sendTest,
  webhookEvents,
} from '#webhooks/index.ts';
import type { HttpEnv } from '../../../env.ts';
import { firstSection } from '../../components/admin/admin-page.tsx';
import { isId, textOf } from '../../forms.ts';
import { GoldenPage } from '../../pages/admin/golden.tsx';
import { TopicsPage } from '../../pages/admin/topics.tsx';
import { DeliveriesPage, WebhooksPage } from '../../pages/admin/webhooks.tsx';
import { renderPage } from '../../render.ts';
import { type Feedback, viewOf } from '../../view.ts';
import { onForm } from './on-form.ts';
import { numberOf } from './thresholds.tsx';

const pageSize = 25;

/** The way in, topic weights, webhooks and golden items. */
export function settingRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/admin', (c) => c.redirect(firstSection(viewOf(c))));
  routes.get('/admin/topics', (c) => {
    requirePermission(c.get('ctx').actor, 'topics.weigh');
    return topicsPage(c, { notice: c.req.query('notice') }, 200);
  });
  routes.post('/admin/topics', (c) => {
    const again = (feedback: Feedback, status: number) => topicsPage(c, feedback, status);
    return onForm(c, { may: 'topics.weigh', name: 'topic', again }, async (form) => {
      const weight = numberOf(textOf(form, 'weight'));
      await setTopicWeight(c.get('ctx'), { topic: textOf(form, 'topic'), weight });
      return c.redirect('/admin/topics?notice=weighed', 303);
    });
  });
  routes.get('/admin/golden', (c) => {
    requirePermission(c.get('ctx').actor, 'golden.manage');
    return goldenPage(c, { notice: c.req.query('notice') }, 200);
  });
  routes.get('/admin/golden/:id/retire', (c) => c.redirect('/admin/golden'));
  routes.post('/admin/golden/:id/retire', (c) => {
    const again = (feedback: Feedback, status: number) => goldenPage(c, feedback, status);
    return onForm(c, { may: 'golden.manage', name: 'golden', again }, async () => {
      await retireGolden(c.get('ctx'), { postId: idOf(c) });
      return c.redirect('/admin/golden?notice=goldenRetired', 303);
    });
  });
  addWebhooks(routes);
  return routes;
}

function addWebhooks(routes: Hono<HttpEnv>): void {
  const may = 'webhooks.manage' as const;
  const onWebhook = (c: Context<HttpEnv>, act: (form: FormData) => Promise<Response>) => {
    const again = (feedback: Feedback, status: number) => webhooksPage(c, feedback, status);
    return onForm(c, { may, name: 'webhook', inPerson: true, again }, act);
  };
  routes.get('/admin/webhooks', (c) => {
    requirePermission(c.get('ctx').actor, may);
    return webhooksPage(c, { notice: c.req.query('notice') }, 200);
  });
  routes.post('/admin/webhooks', (c) =>
    onWebhook(c, async (form) => {
      const ticked = form.getAll('events');
      const events = webhookEvents.filter((event) => ticked.includes(event));
      const made = await createEndpoint(c.get('ctx'), { url: textOf(form, 'url'), events });
      return webhooksPage(c, {}, 200, made.secret);
    }),
  );
  routes.get('/admin/webhooks/:id', async (c) => {
    const ctx = c.get('ctx');
    requirePermission(ctx.actor, may);
    const id = idOf(c);
    const cursor = c.req.query('cursor') || undefined;
    const page = await listDeliveries(ctx, { endpointId: id, cursor, limit: pageSize });
    const paged = cursor !== undefined;
    return renderPage(c, <DeliveriesPage view={viewOf(c)} id={id} page={page} paged={paged} />);
  });
  routes.get('/admin/webhooks/:id/:form{test|rotate|disable}', (c) =>
    c.redirect('/admin/webhooks'),
  );
  routes.post('/admin/webhooks/:id/test', (c) =>
    onWebhook(c, async () => {
      await sendTest(c.get('ctx'), { endpointId: idOf(c) });
      return c.redirect('/admin/webhooks?notice=webhookTested', 303);
    }),
  );
  routes.post('/admin/webhooks/:id/rotate', (c) =>
    onWebhook(c, async () => {
      const { secret } = await rotateSecret(c.get('ctx'), { endpointId: idOf(c) });
      return webhooksPage(c, {}, 200, secret);
    }),
  );
  routes.post('/admin/webhooks/:id/disable', (c) =>
    onWebhook(c, async () => {
      await disableEndpoint(c.get('ctx'), { endpointId: idOf(c) });
      return c.redirect('/admin/webhooks?notice=webhookDisabled', 303);
    }),
  );
}

function idOf(c: Context<HttpEnv>): string {
  const id = c.req.param('id') ?? '';
  if (!isId(id)) throw new NotFoundError('there is no such thing', { field: 'id' });
  return id;
}

async function topicsPage(
  c: Context<HttpEnv>,
  feedback: Feedback,
  status: number,
): Promise<Response> {
  const weights = await listTopicWeights(c.get('ctx'));
  const view = viewOf(c, '/admin/topics');
  return renderPage(c, <TopicsPage view={view} weights={weights} feedback={feedback} />, status);
}

async function goldenPage(
  c: Context<HttpEnv>,
  feedback: Feedback,
  status: number,
): Promise<Response> {
  const cursor = c.req.query('cursor') || null;
  const page = await listGolden(c.get('ctx'), { cursor, limit: pageSize });
  const view = viewOf(c, '/admin/golden');
  const shown = <GoldenPage view={view} page={page} paged={cursor !== null} feedback={feedback} />;
  return renderPage(c, shown, status);
}

async function webhooksPage(
  c: Context<HttpEnv>,
  feedback: Feedback,
  status: number,
  secret?: string,
): Promise<Response> {
  const cursor = c.req.query('cursor') || undefined;
  const page = (
    <WebhooksPage
      view={viewOf(c, '/admin/webhooks')}
      page={await listEndpoints(c.get('ctx'), { cursor, limit: pageSize })}
      paged={cursor !== undefined}
      feedback={feedback}
      {...(secret === undefined ? {} : { secret })}
    />
  );
  return renderPage(c, page, status);
}
