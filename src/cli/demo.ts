import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { readConfig } from '#config/env.ts';
import { createContext } from '../context.ts';
import { renderDemoTable } from '../demo/demo-table.ts';
import { runDemo } from '../demo/run-demo.ts';
import { openSession, print, say } from './session.ts';

export function registerDemo(program: Command): void {
  program
    .command('demo')
    .description('load the demonstration and show what became of each post')
    .option('--once', 'in a fresh temporary data directory that is removed afterwards')
    .option('--json', 'print {posts, outcomes, drafts, ms} as one line of JSON')
    .action(async (options: { once?: boolean; json?: boolean }) => {
      await (options.once === true
        ? demoOnce(options.json === true)
        : demoHere(options.json === true));
    });
}

async function demoOnce(json: boolean): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'doichung-demo-'));
  try {
    const startedAt = performance.now();
    const config = readConfig({ DATA_DIR: dataDir, DATABASE_URL: '', LOG_LEVEL: 'warn' });
    await using ctx = await createContext(config, { logToStderr: true });
    const result = await runDemo(ctx, dataDir);
    show({ ...result, ms: Math.round(performance.now() - startedAt) }, json);
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function demoHere(json: boolean): Promise<void> {
  await using ctx = await openSession();
  const result = await runDemo(ctx, ctx.config.dataDir);
  show(result, json);
  say(`addresses, passwords and keys of the demonstration users: ${result.keysPath}`);
}

function show(result: Awaited<ReturnType<typeof runDemo>>, json: boolean): void {
  const { posts, outcomes, drafts, ms, rows } = result;
  if (!json) print(renderDemoTable(rows));
  print(
    json
      ? JSON.stringify({ posts, outcomes, drafts, ms })
      : `${posts} posts, ${drafts} drafts, ${(ms / 1000).toFixed(1)} s`,
  );
}
