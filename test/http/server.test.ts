import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { parseConfig } from '#config/config.ts';
import { startServer } from '#http/server.ts';
import type { Context } from '../../src/context.ts';
import { createTestContext } from '../support/test-context.ts';
import { keyOf } from './client.ts';

const shared = await createTestContext();

function contextOn(port: string, change: Partial<Context> = {}): Context {
  const config = parseConfig({ PORT: port, SHUTDOWN_TIMEOUT_MS: '1000' });
  return { ...shared, ...change, config };
}

describe('the server on Node', () => {
  test('serves health, documentation files and pages', async () => {
    await using server = await startServer(contextOn('0'));
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    const bundle = await fetch(`${server.url}/docs/swagger-ui-bundle.js`);
    expect(bundle.headers.get('Content-Type')).toMatch(/javascript/);
    expect((await bundle.text()).length).toBeGreaterThan(1_000_000);
    expect((await fetch(`${server.url}/login`)).status).toBe(200);
    expect((await fetch(`${server.url}/assets/style.css`)).status).toBe(200);
  });

  test('refuses a large body without reading it, and lives on', async () => {
    await using server = await startServer(contextOn('0'));
    const Authorization = `Bearer ${await keyOf(shared, 'triager')}`;
    const headers = { Authorization, 'Content-Type': 'application/json' };
    const stream = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(65_536).fill(32)),
    });
    const sent = [
      fetch(`${server.url}/v1/posts`, { method: 'POST', headers, body: ' '.repeat(3_000_000) }),
      fetch(`${server.url}/v1/posts`, {
        method: 'POST',
        headers,
        body: stream,
        duplex: 'half',
      }),
    ];
    // A client may see the connection close before it reads the answer; what counts is no more than that.
    for (const result of await Promise.allSettled(sent)) {
      if (result.status === 'fulfilled') expect(result.value.status).toBe(413);
    }
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });

  test('closing lets a request under way finish and refuses new ones', async () => {
    const started = Promise.withResolvers<void>();
    const slow = contextOn('0', {
      clock: () => {
        started.resolve();
        return new Date();
      },
    });
    const server = await startServer(slow);
    const headers = { Authorization: `Bearer ${await keyOf(shared, 'auditor')}` };
    const answer = fetch(`${server.url}/v1/posts`, { headers });
    await started.promise;
    await server[Symbol.asyncDispose]();
    expect((await answer).status).toBe(200);
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
  });

  test('closing does not wait for ever for a client that says nothing', async () => {
    const server = await startServer(contextOn('0'));
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.write('GET /healthz HTTP/1.1\r\nHost: a\r\n');
    await expect.poll(() => socket.readyState).toBe('open');
    await server[Symbol.asyncDispose]();
    socket.destroy();
    await closed;
    expect(socket.destroyed).toBe(true);
  });

  test('a port in use is an error that says so', async () => {
    await using server = await startServer(contextOn('0'));
    const { port } = new URL(server.url);
    await expect(startServer(contextOn(port))).rejects.toMatchObject({
      code: 'config',
      field: 'PORT',
    });
  });
});
