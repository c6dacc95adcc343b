import { setTimeout as sleep } from 'node:timers/promises';
import type { PgBoss } from 'pg-boss';
import { countMissing } from '#retrieval/index.ts';
import type { JobContext } from './handlers.ts';
import { startWorkers } from './work.ts';

const pollMs = 200;

/** Shows how far something is; `terminal/progress.ts` has one. */
export interface ProgressBar extends Disposable {
  update(done: number): void;
}

/**
 * Runs the job loop in this process until every passage has its vector and every post is analysed: on
 * the embedded database no other process could. The loop goes on running afterwards.
 * @throws AbortError when `signal` is aborted first.
 */
export async function drainJobs(
  ctx: JobContext & { readonly boss: PgBoss },
  startProgress: (label: string, total: number) => ProgressBar,
  signal?: AbortSignal,
): Promise<void> {
  await startWorkers(ctx, ctx.boss);
  const waitFor = async (label: string, remaining: () => Promise<number>): Promise<void> => {
    const total = await remaining();
    if (total === 0) return;
    using progress = startProgress(label, total);
    for (let left = total; left > 0; left = await remaining()) {
      progress.update(total - left);
      await sleep(pollMs, undefined, signal === undefined ? {} : { signal });
    }
    progress.update(total);
  };
  await waitFor('embedding passages', () => countMissing(ctx));
  await waitFor('analysing posts', () => countReceived(ctx));
}

async function countReceived(ctx: JobContext): Promise<number> {
  const { waiting } = await ctx.db
    .selectFrom('post')
    .select((eb) => eb.fn.countAll<number>().as('waiting'))
    .where('state', '=', 'RECEIVED')
    .executeTakeFirstOrThrow();
  return waiting;
}
