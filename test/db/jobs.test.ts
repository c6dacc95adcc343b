import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createScriptedEmbedder } from '#ai/scripted-embedder.ts';
import { startWorkers } from '#jobs/index.ts';
import { importDocuments } from '#corpus/index.ts';
import { approveVersions } from '#standing/index.ts';
import { awaitVectors } from '#retrieval/index.ts';
import type { Context } from '../../src/context.ts';
import { approveCorpus, contradictingClaim, importItem, invented } from '../support/corpus.ts';
import { submitPost } from '../support/posts.ts';
import { actAs, createTestContext, embedderSet } from '../support/test-context.ts';
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

test('a post waits for the corpus it is to be matched against', async () => {
  const editor = await actAs(ctx, 'editor', ['corpus_editor']);
  const approver = await actAs(ctx, 'approver', ['corpus_approver']);
  const text = 'Bể bơi thành phố mở cửa 6 ngày mỗi tuần và đón tối đa 40 khách mỗi buổi sáng.';
  const [imported] = await importDocuments(editor, {
    items: [await importItem({ key: 'be-boi', text })],
  });
  await approveVersions(approver, { versionIds: [imported?.versionId ?? ''] });
  const postId = await submitPost(ctx, text.replace('40', '90'));
  expect(await analysed(postId, 15_000)).toBe('IN_DRAFT');
  const match = await ctx.db
    .selectFrom('match')
    .innerJoin('claim', 'claim.id', 'match.claim_id')
    .select('match.dense_score')
    .where('claim.post_id', '=', postId)
    .where('match.rank', '=', 1)
    .executeTakeFirst();
  expect(match?.dense_score).toBeGreaterThan(0.5);
});

test('without an embedder for the vectors in use a post is not analysed at all', async () => {
  const other: Context = {
    ...ctx,
    embedders: embedderSet(createScriptedEmbedder({ dimensions: 8 })),
  };
  await expect(awaitVectors(other, 0)).rejects.toMatchObject({
    code: 'unavailable',
    field: 'EMBEDDINGS_BASE_URL',
  });
});
