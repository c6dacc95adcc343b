import { describe, expect, test } from 'vitest';
import { parseConfig } from '#config/config.ts';
import { createApp } from '#http/app.ts';
import { createLiveHub, type Listener } from '#http/live/hub.ts';
import { topicsIn, topicsOf } from '#http/live/topics.ts';
import { startServer } from '#http/server.ts';
import { createUi } from '#http/ui/index.ts';
import { silentLog } from '#platform/log.ts';
import { analysedPost } from '../support/posts.ts';
import { personOf } from '../support/people.ts';
import { actAs, createTestContext } from '../support/test-context.ts';
import { keyOf, leaseMs, sessionCookieOf } from './client.ts';

const ctx = await createTestContext();

/** A person who listens, and what they were told. */
async function listenerOf(names: string) {
  const acting = await actAs(ctx, 'nghe', ['reviewer', 'triager']);
  const told: string[] = [];
  const listener: Listener = {
    ctx: acting,
    topics: topicsIn(names),
    send: (topic, json) => told.push(`${topic} ${json}`),
    end: () => told.push('end'),
  };
  return { told, listener };
}

describe('the hub', () => {
  test('tells the figures of now, then only what changed', async () => {
    using hub = createLiveHub({ everyMs: 20 });
    const { told, listener } = await listenerOf('queue,notices');
    const listening = hub.listen(listener);
    await expect.poll(() => told.length).toBe(2);
    expect(told).toContain('notices {"count":0}');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(told.length).toBe(2);
    await analysedPost(ctx, 'Thư viện giả định mở cửa lúc 9 giờ.');
    await expect.poll(() => told.length).toBeGreaterThan(2);
    // Where a poll falls between two entries of the trail, both are told.
    for (const news of told.slice(2)) expect(news).toMatch(/^queue \{"waiting":0,.*"seq":\d+\}$/);
    listening?.[Symbol.dispose]();
    const heard = told.length;
    expect(hub.listeners).toBe(0);
    await analysedPost(ctx, 'Thư viện giả định đóng cửa lúc 17 giờ.');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(told.length).toBe(heard);
  });

  test('gives each person 8 streams and ends them all when it closes', async () => {
    const hub = createLiveHub({ everyMs: 20 });
    const { told, listener } = await listenerOf('notices');
    for (let one = 0; one < 8; one += 1) expect(hub.listen({ ...listener })).not.toBeNull();
    expect(hub.listen({ ...listener })).toBeNull();
    const other = await listenerOf('notices');
    expect(hub.listen(other.listener)).not.toBeNull();
    hub[Symbol.dispose]();
    expect(told.filter((one) => one === 'end').length).toBe(8);
    expect(hub.listeners).toBe(0);
    expect(hub.listen({ ...listener })).toBeNull();
  });
});

test.each([
  ['post.analysed', ['queue', 'notices']],
  ['import.finished', ['imports']],
  ['session.refused', []],
])('%s changes %s', (action, changed) => expect(topicsOf(action)).toEqual(changed));

describe('GET /events', () => {
  test('streams to a browser that signed in, and closes with the server at once', async () => {
    const config = parseConfig({ PORT: '0', SHUTDOWN_TIMEOUT_MS: '20000' });
    const server = await startServer({ ...ctx, config });
    const cookie = await sessionCookieOf(ctx, await personOf(ctx, 'reviewer'));
    const answer = await fetch(`${server.url}/events?topics=notices,nothing`, {
      headers: { Cookie: cookie, Accept: 'text/event-stream' },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Type')).toBe('text/event-stream');
    expect(answer.headers.get('Content-Encoding')).toBeNull();
    const reader = (answer.body as ReadableStream<Uint8Array>)
      .pipeThrough(new TextDecoderStream())
      .getReader();
    let text = '';
    while (!text.includes('data:')) text += (await reader.read()).value ?? '';
    expect(text).toBe('retry: 5000\n\nevent: notices\ndata: {"count":0}\n\n');
    const startedAt = performance.now();
    await server[Symbol.asyncDispose]();
    expect(performance.now() - startedAt).toBeLessThan(2000);
    expect((await reader.read()).done).toBe(true);
  });

  test('forgets a browser that goes away', async () => {
    using hub = createLiveHub({ everyMs: 20 });
    const app = appWith(hub);
    const cookie = await sessionCookieOf(ctx, await personOf(ctx, 'reviewer'));
    const answer = await app.request('/events?topics=notices', { headers: { Cookie: cookie } });
    expect(hub.listeners).toBe(1);
    await answer.body?.cancel();
    expect(hub.listeners).toBe(0);
  });

  test('has nothing to tell a key, a page that asks for nothing, or where no stream can be', async () => {
    using hub = createLiveHub();
    const cookie = await sessionCookieOf(ctx, await personOf(ctx, 'reviewer'));
    const status = async (path: string, headers: Record<string, string>, live?: typeof hub) =>
      (await appWith(live).request(path, { headers })).status;
    const bearer = { Authorization: `Bearer ${await keyOf(ctx, 'reviewer')}` };
    expect(await status('/events?topics=queue', bearer, hub)).toBe(204);
    expect(await status('/events', { Cookie: cookie }, hub)).toBe(204);
    expect(await status('/events?topics=queue', { Cookie: cookie })).toBe(204);
    expect(await status('/events?topics=queue', {}, hub)).toBe(401);
    expect(hub.listeners).toBe(0);
  });
});

test('pages and files come compressed from the server, fonts as they are', async () => {
  const config = parseConfig({ PORT: '0', SHUTDOWN_TIMEOUT_MS: '1000' });
  await using server = await startServer({ ...ctx, config });
  const encodingOf = async (path: string) =>
    (await fetch(`${server.url}${path}`)).headers.get('Content-Encoding');
  expect(await encodingOf('/login')).toBe('gzip');
  expect(await encodingOf('/assets/style.css')).toBe('gzip');
  expect(await encodingOf('/assets/fonts/inter-latin.woff2')).toBeNull();
});

function appWith(live?: ReturnType<typeof createLiveHub>) {
  return createApp({
    version: '0.0.0-test',
    log: silentLog,
    openContext: async () => ({ ctx: { leaseMs, ...ctx }, close: async () => {} }),
    docsFiles: null,
    ...(live === undefined ? {} : { live }),
    ui: createUi(),
  });
}
