import { z } from '@hono/zod-openapi';
import { pendingMigrations } from '#db/migrate.ts';
import { UnavailableError } from '#platform/errors.ts';
import { modelState } from '#retrieval/index.ts';
import type { AppContext } from '../env.ts';
import { json } from './fields.ts';
import { createRouter, operation } from './operation.ts';

const readyTimeoutMs = 2000;

const Health = z.object({ status: z.literal('ok'), version: z.string() }).openapi('Health');
const Readiness = z
  .object({
    status: z.literal('ready'),
    embedding_model: z.object({
      name: z.string(),
      state: z.enum(['active', 'building']).openapi({
        description: 'building: searches use the model before it until every passage is embedded.',
      }),
    }),
  })
  .openapi('Readiness');

const health = operation(
  { may: 'open' },
  {
    method: 'get',
    path: '/healthz',
    operationId: 'health',
    tags: ['health'],
    summary: 'The process is up',
    responses: { 200: { description: 'It is.', content: json(Health) } },
  },
);

const ready = operation(
  { may: 'open' },
  {
    method: 'get',
    path: '/readyz',
    operationId: 'ready',
    tags: ['health'],
    summary: 'Database, schema and embedding model are ready',
    responses: { 200: { description: 'They are.', content: json(Readiness) } },
  },
);

export function createHealth(version: string) {
  return createRouter()
    .openapi(health, (c) => c.json({ status: 'ok' as const, version }, 200))
    .openapi(ready, async (c) => c.json(await within(readyTimeoutMs, check(c.var.ctx)), 200));
}

async function check(ctx: AppContext): Promise<z.infer<typeof Readiness>> {
  const pending = await pendingMigrations(ctx.db);
  if (pending.length > 0) {
    throw new UnavailableError(`the schema lacks ${pending.length} migrations`, {
      remedy: 'Start a process of this version on the database: it migrates at start.',
    });
  }
  const { info } = ctx.embedders.configured;
  const state = await modelState(ctx, info);
  if (state === null || state === 'retired') {
    throw new UnavailableError(`no process embeds with the model ${info.name}`, {
      remedy: 'Give this process and the worker processes the same EMBEDDINGS settings.',
    });
  }
  return { status: 'ready', embedding_model: { name: info.name, state } };
}

async function within<T>(timeoutMs: number, work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const late = new UnavailableError('the database did not answer in time');
  const timer = setTimeout(() => reject(late), timeoutMs);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
