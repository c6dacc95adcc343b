import { readConfig } from '#config/env.ts';
import { startWorkers, stopWorkers } from '#jobs/index.ts';
import { describeError } from '#platform/errors.ts';
import { createContext, type Context } from './context.ts';
import { renderDemoTable } from './demo/demo-table.ts';
import { needsDemo } from './demo/load-demo.ts';
import { runDemo } from './demo/run-demo.ts';
import { startServer } from './http/server.ts';
import { version } from './version.ts';

/** Ends at the first of SIGINT and SIGTERM. */
function untilStopped(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => resolve(signal));
  });
}

async function main(): Promise<void> {
  if (process.argv.includes('--version')) return say(version);
  const startedAt = performance.now();
  const config = readConfig();
  const stopped = untilStopped();
  await using ctx = await createContext(config);
  const demo = config.demo && config.database.kind === 'pglite' && (await needsDemo(ctx));
  if (demo) await showDemo(ctx);
  else if (config.role !== 'web') await startWorkers(ctx, ctx.boss);
  if (config.role !== 'worker') {
    await using server = await startServer(ctx);
    say(`Đối Chứng ${version} · ${server.url} · ready in ${seconds(startedAt)}`);
    say(`API: ${server.url}/docs · stop with Ctrl-C`);
    ctx.log.info({ signal: await stopped }, 'stopping');
  } else {
    say(`Đối Chứng ${version} · worker · ready in ${seconds(startedAt)}`);
    ctx.log.info({ signal: await stopped }, 'stopping');
  }
  await stopWorkers(ctx.boss, config.shutdownTimeoutMs);
}

async function showDemo(ctx: Context): Promise<void> {
  say('First start: loading the demonstration corpus and posts …');
  const result = await runDemo(ctx, ctx.config.dataDir);
  say(renderDemoTable(result.rows));
  say(`Keys of the demonstration users: ${result.keysPath}`);
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`✗ ${describeError(error)}\n`);
  process.exitCode = 1;
}
