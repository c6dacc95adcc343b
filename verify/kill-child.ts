import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from '#config/env.ts';
import { approveVersions, importDocuments } from '#corpus/index.ts';
import { startWorkers } from '#jobs/index.ts';
import { describeError } from '#platform/errors.ts';
import { receivePosts } from '#posts/index.ts';
import { type Context, createContext } from '../src/context.ts';
import { actingAs, makePlan } from './plan.ts';

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
  const editor = await actingAs(ctx, 'editor', 'corpus_editor');
  const approver = await actingAs(ctx, 'approver', 'corpus_approver');
  for (let number = firstBatch; number < plan.batches; number += 1) {
    const items = plan.documents(number);
    if (items.length > 0) {
      await importDocuments(editor, { items });
      await approveDrafts(approver);
    }
    const posts = await plan.posts(number);
    await receivePosts(triager, { posts, channel: 'api', idempotencyKey: plan.key(number) });
    acknowledge(`batch ${number}`);
    await sleep(pauseMs);
  }
}

/** All there are: a killed process may have left some of its own. */
async function approveDrafts(ctx: Context): Promise<void> {
  const drafts = await ctx.db
    .selectFrom('document_version')
    .select('id')
    .where('status', '=', 'draft')
    .execute();
  await approveVersions(ctx, { versionIds: drafts.map((row) => row.id) });
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
