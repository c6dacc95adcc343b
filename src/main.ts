import { once } from 'node:events';
import { readConfig } from '#config/env.ts';
import { startWorkers, stopWorkers } from '#jobs/index.ts';
import { describeError } from '#platform/errors.ts';
import { createContext, type Context } from './context.ts';
import { renderDemoTable } from './demo/demo-table.ts';
import { needsDemo } from './demo/load-demo.ts';
import { runDemo } from './demo/run-demo.ts';
import { startServer } from './http/server.ts';
import { version } from './version.ts';

/** Aborted by the first SIGINT or SIGTERM. */
function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => controller.abort());
  }
  return controller.signal;
}

async function main(stop: AbortSignal): Promise<void> {
  if (process.argv.includes('--version')) return say(version);
  const startedAt = performance.now();
  const config = readConfig();
  await using ctx = await createContext(config);
  const demo = config.demo && config.database.kind === 'pglite' && (await needsDemo(ctx));
  if (demo) await showDemo(ctx, stop);
  else if (config.role !== 'web') await startWorkers(ctx, ctx.boss);
  {
    await using server = config.role === 'worker' ? null : await startServer(ctx);
    const where = server === null ? 'worker' : server.url;
    say(`Đối Chứng ${version} · ${where} · ready in ${seconds(startedAt)}`);
    if (server !== null) say(`API: ${server.url}/docs · stop with Ctrl-C`);
    if (!stop.aborted) await once(stop, 'abort');
    ctx.log.info({}, 'stopping');
  }
  await stopWorkers(ctx.boss, config.shutdownTimeoutMs);
}

async function showDemo(ctx: Context, stop: AbortSignal): Promise<void> {
  say('First start: loading the demonstration corpus and posts …');
  const result = await runDemo(ctx, ctx.config.dataDir, stop);
  say(renderDemoTable(result.rows));
  say(`E-mail addresses, passwords and keys of the demonstration users: ${result.keysPath}`);
  say('Sign in on the page below with one of its addresses and passwords.');
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const stop = stopSignal();
try {
  await main(stop);
} catch (error) {
  // Stopped while the demonstration was loading: the next start goes on where this one was.
  if (stop.aborted) process.stderr.write('stopped\n');
  else {
    process.stderr.write(`✗ ${describeError(error)}\n`);
    process.exitCode = 1;
  }
}
