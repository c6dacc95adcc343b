import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from '#config/env.ts';
import { startWorkers } from '#jobs/index.ts';
import { receivePosts } from '#posts/index.ts';
import { countMissing } from '#retrieval/index.ts';
import { type Context, createContext } from '../src/context.ts';
import { actingAs, type Plan } from './plan.ts';

/** Longest wait for the queue to run dry; jobs of dead processes come back by heartbeat and backoff. */
const patienceMs = 180_000;

/** Opens the database once more, sends the batch that was cut off again, and waits for every job. */
export async function finishAndOpen(
  env: Readonly<Record<string, string>>,
  plan: Plan,
  nextBatch: number,
): Promise<Context> {
  const ctx = await createContext(readConfig(env), { logToStderr: true });
  try {
    await startWorkers(ctx, ctx.boss);
    const triager = await actingAs(ctx, 'triager', 'triager');
    const posts = await plan.posts(nextBatch);
    const idempotencyKey = plan.key(nextBatch);
    await receivePosts(triager, { posts, channel: 'api', idempotencyKey });
    await untilIdle(ctx);
    return ctx;
  } catch (error) {
    await ctx[Symbol.asyncDispose]();
    throw error;
  }
}

/** What is left when patience ends is for the check to find. */
export async function untilIdle(ctx: Context): Promise<void> {
  const until = performance.now() + patienceMs;
  for (;;) {
    const left = (await waitingPosts(ctx)) + (await countMissing(ctx));
    if (left === 0 || performance.now() > until) return;
    await sleep(250);
  }
}

async function waitingPosts(ctx: Context): Promise<number> {
  const { waiting } = await ctx.db
    .selectFrom('post')
    .select((eb) => eb.fn.countAll<number>().as('waiting'))
    .where('state', '=', 'RECEIVED')
    .executeTakeFirstOrThrow();
  return waiting;
}
