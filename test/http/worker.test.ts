import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createOpenAIEmbedder } from '#ai/openai-embedder.ts';
import { createInstallationKey } from '#audit/installation-key.ts';
import { parseConfig, type RemoteEmbeddingsConfig } from '#config/config.ts';
import { admitPosts } from '#review/index.ts';
import type { Context } from '../../src/context.ts';
import { password, personOf } from '../support/people.ts';
import { createTestContext, hasManyConnections } from '../support/test-context.ts';
import { keyOf } from './client.ts';
import { startEmbeddingsServer } from './embeddings-server.ts';
import { bundleWorker, type DevWorker, startDevWorker } from './wrangler-dev.ts';

const post = { text: 'Thư viện giả định mở cửa từ 8 giờ đến 17 giờ các ngày trong tuần.' };

test('the bundle holds neither database nor model nor job loop', { timeout: 60_000 }, async () => {
  const { modules, gzipKiB } = await bundleWorker();
  const unwanted =
    /pglite|onnxruntime|tokenizers|fs-native|mammoth|unpdf|corpus\/import\/(docx|pdf)|jobs\/(boss|work|handlers)\.ts|db\/client/;
  // Kysely's dialects come as a whole; they are without the database they speak to.
  const others = modules.filter((path) => !path.startsWith('node_modules/kysely/'));
  expect(others.filter((path) => unwanted.test(path))).toEqual([]);
  expect(modules).toContain('src/http/app.ts');
  // Half of the 3 MiB that Workers take on their free plan.
  expect(gzipKiB).toBeLessThan(1536);
});

describe.runIf(hasManyConnections)('the Worker on a PostgreSQL server', () => {
  const resources = new AsyncDisposableStack();
  let worker: DevWorker;
  let ctx: Context;
  let key: string;

  beforeAll(async () => {
    const endpoint = resources.use(await startEmbeddingsServer(8));
    const vars = {
      EMBEDDINGS_BASE_URL: endpoint.baseUrl,
      EMBEDDINGS_MODEL: 'tiny',
      EMBEDDINGS_DIMENSIONS: '8',
      EMBEDDINGS_QUERY_PREFIX: 'q: ',
      EMBEDDINGS_PASSAGE_PREFIX: 'p: ',
      INSTALLATION_KEY: await createInstallationKey(),
    };
    const remote = parseConfig(vars).remoteEmbeddings as RemoteEmbeddingsConfig;
    const embedder = resources.use(await createOpenAIEmbedder(remote));
    ctx = await createTestContext({ embedder });
    key = await keyOf(ctx, 'triager', 'reviewer');
    if (ctx.database.kind !== 'postgres') throw new Error('needs a server');
    worker = resources.use(await startDevWorker({ databaseUrl: ctx.database.url, vars }));
  }, 60_000);
  afterAll(() => resources.disposeAsync());

  const call = (path: string, init: RequestInit = {}, authorised = true) =>
    fetch(`${worker.url}${path}`, {
      redirect: 'manual',
      ...init,
      headers: {
        'Content-Type': 'application/json',
        ...(authorised ? { Authorization: `Bearer ${key}` } : {}),
      },
    });

  test('is healthy and ready', async () => {
    const health = await call('/healthz', {}, false);
    expect(await health.json()).toMatchObject({ status: 'ok' });
    const ready = await call('/readyz', {}, false);
    expect(await ready.json()).toMatchObject({
      embedding_model: { name: 'tiny', state: 'active' },
    });
  });

  test('wants a key', async () => {
    const answer = await call('/v1/posts', {}, false);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
    expect(answer.headers.get('WWW-Authenticate')).toMatch(/^Bearer/);
  });

  test('stores a post with its job, which a worker process does', async () => {
    const answer = await call('/v1/posts', { method: 'POST', body: JSON.stringify(post) });
    expect(answer.status).toBe(201);
    const { posts } = (await answer.json()) as { posts: Array<{ post_id: string }> };
    const postId = posts[0]?.post_id as string;
    const { rows } = await sql<{ id: string }>`
      select id from pgboss.job where name = 'analyse-post' and state = 'created'
      and data->>'postId' = ${postId}`.execute(ctx.db);
    expect(rows).toHaveLength(1);
    const [job] = await ctx.boss.fetch<{ postId: string }>('analyse-post');
    expect(job?.data).toEqual({ postId });
    expect(await admitPosts(ctx, [postId])).toEqual(new Map());
    await ctx.boss.complete('analyse-post', job?.id ?? '');
    const item = (await (await call(`/v1/posts/${postId}`)).json()) as Record<string, unknown>;
    expect(item).toMatchObject({ text: post.text, state: 'ANALYSED' });
  });

  test('a refused batch leaves neither post nor job', async () => {
    const count = () =>
      sql<{ posts: number; jobs: number }>`
        select (select count(*) from post) as posts, (select count(*) from pgboss.job) as jobs`
        .execute(ctx.db)
        .then(({ rows }) => rows[0]);
    const before = await count();
    const body = JSON.stringify([{ text: `${post.text} Thứ hai.` }, { text: '' }]);
    expect((await call('/v1/posts', { method: 'POST', body })).status).toBe(400);
    expect(await count()).toEqual(before);
  });

  test('lists, leases nothing, and answers many at once', async () => {
    const list = (await (await call('/v1/posts?limit=1')).json()) as { items: object[] };
    expect(list.items).toHaveLength(1);
    expect((await call('/v1/review/next')).status).toBe(204);
    const answers = await Promise.all(Array.from({ length: 20 }, () => call('/v1/me')));
    expect(answers.map((one) => one.status)).toEqual(Array(20).fill(200));
  });

  test('signs people in and out', async () => {
    const { email } = await personOf(ctx, 'triager');
    const send = (path: string, form: Record<string, string>, cookie = '') =>
      fetch(`${worker.url}${path}`, {
        method: 'POST',
        redirect: 'manual',
        headers: { Accept: 'text/html', Origin: worker.url, Cookie: cookie },
        body: new URLSearchParams(form),
      });
    expect((await send('/login', { email, password: `${password}!` })).status).toBe(401);
    const answer = await send('/login', { email, password });
    expect(answer.status).toBe(303);
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const me = await fetch(`${worker.url}/v1/me`, { headers: { Cookie: cookie } });
    expect(await me.json()).toMatchObject({ roles: ['triager'] });
    expect((await send('/logout', {}, cookie)).status).toBe(303);
    const after = await fetch(`${worker.url}/v1/me`, { headers: { Cookie: cookie } });
    expect(after.status).toBe(401);
  });

  test('serves pages, their files and the contract', async () => {
    expect((await call('/login', {}, false)).status).toBe(200);
    expect((await call('/assets/style.css', {}, false)).status).toBe(200);
    expect((await call('/docs', {}, false)).headers.get('Location')).toBe('/openapi.json');
    expect((await call('/openapi.json', {}, false)).status).toBe(200);
  });
});
