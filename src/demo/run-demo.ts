import { join } from 'node:path';
import { drainJobs } from '#jobs/index.ts';
import type { Context } from '../context.ts';
import { startProgress } from '../terminal/progress.ts';
import { countOutcomes, type DemoRow, demoRows } from './demo-table.ts';
import { keepAccess, loadDemo, markDemoLoaded, submitDemoPosts } from './load-demo.ts';

export interface DemoResult {
  readonly posts: number;
  readonly outcomes: Record<string, number>;
  readonly drafts: number;
  readonly ms: number;
  readonly rows: readonly DemoRow[];
  readonly keysPath: string;
}

/** Loads the demonstration and analyses it; the job loop runs from then on. */
export async function runDemo(
  ctx: Context,
  dataDir: string,
  signal?: AbortSignal,
): Promise<DemoResult> {
  const startedAt = performance.now();
  const keysPath = join(dataDir, 'demo-keys.json');
  const access = await loadDemo(ctx);
  if (Object.keys(access).length > 0) await keepAccess(keysPath, access);
  await submitDemoPosts(ctx);
  await drainJobs(ctx, startProgress, signal);
  await markDemoLoaded(ctx);
  const rows = await demoRows(ctx);
  return {
    posts: rows.length,
    outcomes: countOutcomes(rows),
    drafts: rows.filter((row) => row.draft).length,
    ms: Math.round(performance.now() - startedAt),
    rows,
    keysPath,
  };
}
