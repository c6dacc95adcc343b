import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from '#config/env.ts';
import { startWorkers } from '#jobs/index.ts';
import { describeError } from '#platform/errors.ts';
import { receivePosts } from '#posts/index.ts';
import { createContext } from '../src/context.ts';
import { actingAs, importPlanned, makePlan } from './plan.ts';

// The process that is killed: node --import tsx verify/kill-child.ts SEED FIRST_BATCH
const pauseMs = 60;

/** One line for every batch, written after its commit: from then on it must not be lost. */
function acknowledge(what: string): void {
  process.stdout.write(`${what}\n`);
}

async function main(seed: number, firstBatch: number): Promise<void> {
  const plan = await makePlan(seed);
  await using ctx = await createContext(readConfig(), { logToStderr: true });
  acknowledge('opened');
  await startWorkers(ctx, ctx.boss);
  const triager = await actingAs(ctx, 'triager', 'triager');
  for (let number = firstBatch; number < plan.batches; number += 1) {
    await importPlanned(ctx, plan, number);
    const posts = await plan.posts(number);
    await receivePosts(triager, { posts, channel: 'api', idempotencyKey: plan.key(number) });
    acknowledge(`batch ${number}`);
    await sleep(pauseMs);
  }
}

// When the checking process dies its pipe closes, and nothing must be left behind.
process.stdin.resume().once('end', () => process.kill(process.pid, 'SIGKILL'));
try {
  await main(Number(process.argv[2]), Number(process.argv[3]));
} catch (error) {
  process.stderr.write(`✗ ${describeError(error)}\n`);
  process.exitCode = 1;
} finally {
  process.stdin.destroy();
}
