import { expect, test } from 'vitest';
import { createScriptedEmbedder } from '#ai/scripted-embedder.ts';
import { startBoss, startWorkers, stopWorkers } from '#jobs/index.ts';
import { silentLog } from '#platform/log.ts';
import { admitPosts } from '#review/index.ts';
import type { Context } from '../../src/context.ts';
import { approveCorpus, contradictingClaim, invented } from '../support/corpus.ts';
import { submitPost } from '../support/posts.ts';
import { createTestContext, embedderSet } from '../support/test-context.ts';

const ctx = await createTestContext();
await approveCorpus(ctx, [invented]);

/** A worker process's part of the context: its own pg-boss, and an embedder that waits for `gate`. */
async function startWorker(gate: Promise<void>) {
  const { boss } = await startBoss(ctx.database, silentLog);
  const scripted = createScriptedEmbedder();
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const waiting: Context = {
    ...ctx,
    embedders: embedderSet({
      ...scripted,
      async embed(texts, kind, options) {
        begin();
        await gate;
        return scripted.embed(texts, kind, options);
      },
    }),
  };
  await startWorkers(waiting, boss);
  return { boss, begun };
}

async function stateOf(postId: string): Promise<string | undefined> {
  const post = await ctx.db
    .selectFrom('post')
    .select('state')
    .where('id', '=', postId)
    .executeTakeFirst();
  return post?.state;
}

test('a stop waits for the job under way', async () => {
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  const { boss, begun } = await startWorker(gate);
  const postId = await submitPost(ctx, `${contradictingClaim} Một.`);
  await begun;
  const stopped = stopWorkers(boss, 10_000);
  open();
  await stopped;
  expect(await stateOf(postId)).toBe('IN_DRAFT');
});

test('a job that does not end in time goes back to the queue and is done by the next worker', async () => {
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  const first = await startWorker(gate);
  const postId = await submitPost(ctx, `${contradictingClaim} Hai.`);
  await first.begun;
  await stopWorkers(first.boss, 300);
  expect(await stateOf(postId)).toBe('RECEIVED');
  const [job] = await ctx.boss.findJobs('analyse-post', { data: { postId } });
  expect(job?.state).toBe('retry');
  const second = await startWorker(Promise.resolve());
  await expect.poll(() => stateOf(postId), { timeout: 15_000 }).toBe('IN_DRAFT');
  // The first worker wakes up late: what is done stays as it is.
  open();
  await stopWorkers(second.boss, 5_000);
  const items = await ctx.db
    .selectFrom('review_item')
    .select('id')
    .where('post_id', '=', postId)
    .execute();
  expect(items).toHaveLength(1);
});

test('a post that cannot be analysed holds up no other', async () => {
  const scripted = createScriptedEmbedder();
  const picky: Context = {
    ...ctx,
    embedders: embedderSet({
      ...scripted,
      embed: async (texts, kind, options) => {
        if (texts.some((text) => text.includes('Độc'))) throw new Error('poison');
        return scripted.embed(texts, kind, options);
      },
    }),
  };
  const poison = await submitPost(ctx, contradictingClaim.replace('Mỗi', 'Độc'));
  const fine = await submitPost(ctx, `${contradictingClaim} Ba.`);
  const failed = await admitPosts(picky, [poison, fine]);
  expect([...failed.keys()]).toEqual([poison]);
  expect(await stateOf(poison)).toBe('RECEIVED');
  expect(await stateOf(fine)).toBe('IN_DRAFT');
});
