import { type Context, Hono } from 'hono';
import { listCheckpoints, listEvents, retryJobs } from '#audit/index.ts';
import { describeDatabase } from '#db/describe-database.ts';
import { readQueues } from '#db/queue-state.ts';
import { readModelFailures, readModelUse } from '#drafting/index.ts';
import { requirePermission } from '#identity/index.ts';
import { modelProgress } from '#retrieval/index.ts';
import { listEndpoints } from '#webhooks/index.ts';
import { version } from '../../../../version.ts';
import type { HttpEnv } from '../../../env.ts';
import { type SystemFacts, SystemPage } from '../../pages/admin/system.tsx';
import { textOf } from '../../forms.ts';
import { renderPage } from '../../render.ts';
import { type Feedback, viewOf } from '../../view.ts';
import { onForm } from './on-form.ts';

const usedMs = 14 * 86_400_000;
const manyEndpoints = 200;

/** What runs, and how far it is. */
export function systemRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/admin/system', (c) => {
    requirePermission(c.get('ctx').actor, 'system.read');
    return systemPage(c, { notice: c.req.query('notice') }, 200);
  });
  routes.get('/admin/system/retry', (c) => c.redirect('/admin/system'));
  routes.post('/admin/system/retry', (c) => {
    const again = (feedback: Feedback, status: number) => systemPage(c, feedback, status);
    return onForm(c, { may: 'system.read', name: 'queues', again }, async (form) => {
      await retryJobs(c.get('ctx'), { queue: textOf(form, 'queue') });
      return c.redirect('/admin/system?notice=retried', 303);
    });
  });
  return routes;
}

async function systemPage(
  c: Context<HttpEnv>,
  feedback: Feedback,
  status: number,
): Promise<Response> {
  const facts = await readFacts(c);
  const view = viewOf(c, '/admin/system');
  return renderPage(c, <SystemPage view={view} facts={facts} feedback={feedback} />, status);
}

async function readFacts(c: Context<HttpEnv>): Promise<SystemFacts> {
  const ctx = c.get('ctx');
  const { chat, chatBudget, database, mail, signIn } = ctx.config;
  const since = new Date(ctx.clock().getTime() - usedMs);
  const [checkpoint] = (await listCheckpoints(ctx, { limit: 1 })).items;
  const [newest] = (await listEvents(ctx, { limit: 1 })).items;
  const endpoints = await listEndpoints(ctx, { limit: manyEndpoints });
  return {
    version,
    // Zero where the runtime does not say, as on Workers.
    startedAt: performance.timeOrigin > 0 ? new Date(performance.timeOrigin) : null,
    queues: await readQueues(ctx),
    models: await modelProgress(ctx),
    chatModel: chat?.model ?? null,
    budget: { tokens: chatBudget.tokensPerDay, cost: chatBudget.costPerDay },
    use: await readModelUse(ctx, { since }),
    failures: await readModelFailures(ctx, { since }),
    database: { kind: database.kind, ...(await describeDatabase(ctx)) },
    mail: mail !== null,
    oidc: signIn.oidc !== null,
    webhooks: endpoints.items.filter(({ disabledAt }) => disabledAt === null).length,
    checkpoint:
      checkpoint === undefined
        ? null
        : {
            at: new Date(checkpoint.signed_at),
            unsigned: Math.max(0, (newest?.seq ?? 0) - checkpoint.seq),
          },
  };
}
