import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { getAbsoluteFSPath } from 'swagger-ui-dist';
import type { Config } from '#config/config.ts';
import { readItems } from '#corpus/import/read-items.ts';
import { ConfigError } from '#platform/errors.ts';
import type { RetrievalContext } from '#retrieval/index.ts';
import { version } from '../version.ts';
import { createApp } from './app.ts';
import { type DocsFiles, swaggerFiles } from './docs.ts';
import type { AppContext } from './env.ts';
import { createLiveHub } from './live/hub.ts';
import { createUi } from './ui/index.ts';

export interface HttpServer extends AsyncDisposable {
  readonly url: string;
}

/**
 * Serves the app on Node. Disposing takes no more connections, lets requests under way finish until
 * `shutdownTimeoutMs`, then closes theirs. @throws ConfigError when the address cannot be had.
 */
export async function startServer(
  ctx: RetrievalContext & Pick<AppContext, 'installationKey'> & { readonly config: Config },
): Promise<HttpServer> {
  const { config, log } = ctx;
  const shared = { ctx: { ...ctx, leaseMs: config.leaseMs }, close: async () => {} };
  const live = createLiveHub();
  const app = createApp({
    version,
    log,
    openContext: async () => shared,
    docsFiles: await readDocsFiles(),
    readItems,
    // Loaded when the first one is asked for.
    renderDocx: async (answer) =>
      (await import('#review/export/render-docx.ts')).renderDocx(answer),
    live,
    compress: true,
    ui: createUi(),
  });
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  await listen(server, config.http);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${urlHost(config.http.host)}:${port}`,
    [Symbol.asyncDispose]: () => {
      // Open pages would keep their streams for ever: they ask again once the service is back.
      live[Symbol.dispose]();
      return close(server, config.shutdownTimeoutMs);
    },
  };
}

async function readDocsFiles(): Promise<DocsFiles> {
  const directory = getAbsoluteFSPath();
  const entries = swaggerFiles.map(
    async (name) => [name, new Uint8Array(await readFile(join(directory, name)))] as const,
  );
  return new Map(await Promise.all(entries));
}

async function listen(server: Server, { host, port }: Config['http']): Promise<void> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const code = (error as { code?: string }).code ?? 'unknown reason';
    throw new ConfigError(`cannot listen on ${host}:${port} (${code})`, {
      field: code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' ? 'HOST' : 'PORT',
      remedy: 'Stop what uses the port, or set PORT to a free one (0 picks one).',
      cause: error,
    });
  }
}

/** The address to open in a browser on this machine. */
function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

async function close(server: Server, timeoutMs: number): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), timeoutMs);
  await closed;
  clearTimeout(timer);
}
