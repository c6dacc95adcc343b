import { setTimeout as sleep } from 'node:timers/promises';
import { startWorkers } from '#jobs/index.ts';
import { countMissing } from '#retrieval/index.ts';
import type { Context } from '../context.ts';
import { startProgress } from './progress.ts';

const pollMs = 200;

/**
 * Runs the job loop in this process until every passage has its vector and every post is analysed: on
 * the embedded database no other process could. Shows progress.
 */
export async function drainJobs(ctx: Context): Promise<void> {
  await startWorkers(ctx, ctx.boss);
  await waitFor('embedding passages', () => countMissing(ctx));
  await waitFor('analysing posts', () => countReceived(ctx));
}

async function waitFor(label: string, remaining: () => Promise<number>): Promise<void> {
  const total = await remaining();
  if (total === 0) return;
  using progress = startProgress(label, total);
  for (let left = total; left > 0; left = await remaining()) {
    progress.update(total - left);
    await sleep(pollMs);
  }
  progress.update(total);
}

async function countReceived(ctx: Context): Promise<number> {
  const { waiting } = await ctx.db
    .selectFrom('post')
    .select((eb) => eb.fn.countAll<number>().as('waiting'))
    .where('state', '=', 'RECEIVED')
    .executeTakeFirstOrThrow();
  return waiting;
}
