import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createScriptedEmbedder } from '#ai/scripted-embedder.ts';
import { startWorkers } from '#jobs/index.ts';
import { approveCorpus, contradictingClaim, invented } from '../support/corpus.ts';
import { submitPost } from '../support/posts.ts';
import { createTestContext, embedderSet } from '../support/test-context.ts';
import { admitPosts } from '#review/index.ts';

const ctx = await createTestContext();
await approveCorpus(ctx, [invented]);

/** Fails the first embedding of a query, as an endpoint that is away would. */
const scripted = createScriptedEmbedder();
let failures = 1;
const flaky = {
  ...scripted,
  embed: async (...args: Parameters<typeof scripted.embed>) => {
    if (
      args[1] === 'query' &&
      args[0].some((text) => text.includes('lỗi một lần')) &&
      failures-- > 0
    ) {
      throw new Error('endpoint away');
    }
    return scripted.embed(...args);
  },
};
await startWorkers({ ...ctx, embedders: embedderSet(flaky) }, ctx.boss);

async function stateOf(postId: string): Promise<string> {
  const post = await ctx.db
    .selectFrom('post')
    .select('state')
    .where('id', '=', postId)
    .executeTakeFirstOrThrow();
  return post.state;
}

async function analysed(postId: string, withinMs: number): Promise<string> {
  const until = Date.now() + withinMs;
  while (Date.now() < until) {
    const state = await stateOf(postId);
    if (state !== 'RECEIVED') return state;
    await sleep(20);
  }
  return 'RECEIVED';
}

test('a submitted post is analysed by the job loop and waits in the queue once', async () => {
  const postId = await submitPost(ctx, contradictingClaim);
  expect(await analysed(postId, 10_000)).toBe('IN_DRAFT');
  const items = await ctx.db
    .selectFrom('review_item')
    .select('id')
    .where('post_id', '=', postId)
    .execute();
  expect(items).toHaveLength(1);
});

test('running the analysis again changes nothing', async () => {
  const postId = await submitPost(ctx, `${contradictingClaim} Lần hai.`);
  await analysed(postId, 10_000);
  const count = async () => {
    const rows = await ctx.db
      .selectFrom('claim')
      .select('id')
      .where('post_id', '=', postId)
      .execute();
    return rows.length;
  };
  const before = await count();
  expect(before).toBeGreaterThan(0);
  expect(await admitPosts(ctx, [postId])).toEqual(new Map());
  expect(await count()).toBe(before);
});

test('two analyses of one post at once store one of them', async () => {
  const postId = await submitPost(ctx, `${contradictingClaim} Lần ba.`);
  await Promise.all([admitPosts(ctx, [postId]), admitPosts(ctx, [postId])]);
  const rows = await ctx.db
    .selectFrom('review_item')
    .select('id')
    .where('post_id', '=', postId)
    .execute();
  expect(rows).toHaveLength(1);
});

test('a job that fails is tried again and nothing half-stored is left in between', async () => {
  const postId = await submitPost(
    ctx,
    contradictingClaim.replace('bạn đọc', 'bạn đọc lỗi một lần'),
  );
  expect(await analysed(postId, 15_000)).not.toBe('RECEIVED');
  expect(failures).toBeLessThan(1);
  const claims = await ctx.db
    .selectFrom('claim')
    .select('ordinal')
    .where('post_id', '=', postId)
    .execute();
  expect(claims).toHaveLength(1);
});
