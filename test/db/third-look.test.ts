import { beforeAll, expect, test } from 'vitest';
import { readComments, writeComment } from '#comments/index.ts';
import type { DbContext } from '#db/context.ts';
import { newId } from '#platform/ids.ts';
import {
  createBundle,
  decide,
  giveThirdLook,
  leaseNext,
  nextThirdLook,
  readItem,
  readReviews,
  readThirdLook,
  similarDecisions,
} from '#review/index.ts';
import { chooseThirdLook } from '../../src/review/third-look/choose-third-look.ts';
import type { Context } from '../../src/context.ts';
import { submitForReview } from '../support/approved.ts';
import { approveCorpus, contradictingClaim, invented } from '../support/corpus.ts';
import { analysedPost } from '../support/posts.ts';
import { actAs, createTestContext } from '../support/test-context.ts';

const ctx = await createTestContext();
let drafter: Context;
let first: Context;
let second: Context;
let third: Context;
let number = 0;

beforeAll(async () => {
  await approveCorpus(ctx, [invented]);
  drafter = await actAs(ctx, 'drafter', ['drafter', 'reviewer']);
  first = await actAs(ctx, 'first', ['reviewer']);
  second = await actAs(ctx, 'second', ['reviewer']);
  third = await actAs(ctx, 'third', ['reviewer']);
});

async function inReview(): Promise<string> {
  number += 1;
  const postId = await analysedPost(ctx, `Phòng số ${number} vừa sơn.\n${contradictingClaim}`);
  await submitForReview(drafter, postId);
  return postId;
}

/** Both approve; the second approval is sampled in this share of cases. */
async function approved(share: number): Promise<{ postId: string; approvalId: string }> {
  const postId = await inReview();
  let approvalId: string | null = null;
  for (const reviewer of [first, second]) {
    const lease = await leaseNext(reviewer, { leaseMs: 60_000 });
    if (lease?.postId !== postId) throw new Error('another item came up');
    await writeComment(reviewer, { postId, text: 'Ý của người duyệt.' });
    const decision = {
      itemId: lease.itemId,
      leaseToken: lease.token,
      fence: lease.fence,
      contentSha256: await hashOf(postId),
      verdict: 'approve' as const,
      reason: 'Đã đọc từng câu.',
      labels: await labelsOf(postId),
    };
    ({ approvalId } = await decide(reviewer, decision, { thirdLookShare: share }));
  }
  return { postId, approvalId: approvalId ?? '' };
}

async function hashOf(postId: string): Promise<string> {
  return (await readItem(ctx, postId)).draft?.content_sha256 ?? '';
}

async function labelsOf(postId: string) {
  const { draft } = await readItem(ctx, postId);
  const supported = 'supported' as const;
  return (draft?.sentences ?? []).map(({ ordinal }) => ({ ordinal, label: supported }));
}

async function give(
  by: DbContext,
  made: { postId: string; approvalId: string },
  over: object = {},
) {
  await giveThirdLook(by, {
    approvalId: made.approvalId,
    contentSha256: await hashOf(made.postId),
    verdict: 'agree',
    reason: 'Tôi cũng thấy vậy.',
    labels: await labelsOf(made.postId),
    ...over,
  });
}

test('a sampled approval waits for a third person, who does not see the reviews', async () => {
  const made = await approved(1);
  const { postId, approvalId } = made;
  expect(await nextThirdLook(third)).toMatchObject({ approvalId, postId, waiting: 1 });
  for (const party of [first, second, drafter]) expect(await nextThirdLook(party)).toBeNull();
  const plain = await actAs(ctx, 'triager', ['triager']);
  await expect(nextThirdLook(plain)).rejects.toMatchObject({ code: 'forbidden' });

  expect((await readItem(third, postId)).decisions).toBeNull();
  expect((await readReviews(third, postId)).every(({ decisions }) => decisions === null)).toBe(
    true,
  );
  expect((await readComments(third, { postId, limit: 10 })).items).toEqual([]);
  for (const party of [first, second, drafter, plain]) {
    expect((await readItem(party, postId)).decisions).toHaveLength(2);
    expect((await readComments(party, { postId, limit: 10 })).items).toHaveLength(2);
  }
  expect(await readThirdLook(ctx, approvalId)).toBeNull();
  await expect(createBundle(third, { approvalId })).rejects.toMatchObject({ code: 'conflict' });
  await expect(createBundle(second, { approvalId })).resolves.toMatchObject({
    format: 'doichung evidence bundle',
  });

  const other = await inReview();
  expect((await similarDecisions(first, { postId: other })).map((one) => one.postId)).toEqual([
    postId,
  ]);
  expect(await similarDecisions(third, { postId: other })).toEqual([]);

  await give(third, made, { verdict: 'disagree', reason: 'Câu 1 thiếu nguồn.' });
  expect(await readThirdLook(ctx, approvalId)).toMatchObject({
    reviewer: third.actor.name,
    verdict: 'disagree',
    reason: 'Câu 1 thiếu nguồn.',
  });
  const item = await readItem(third, postId);
  expect(item.decisions).toHaveLength(2);
  expect(item.approval).toMatchObject({ id: approvalId, status: 'in_force' });
  expect(await nextThirdLook(third)).toBeNull();
  const trail = await ctx.db
    .selectFrom('audit_event')
    .select(['action', 'actor_id'])
    .where('entity_id', '=', approvalId)
    .where('action', 'like', 'third_look.%')
    .orderBy('seq')
    .execute();
  expect(trail).toEqual([
    { action: 'third_look.chosen', actor_id: second.actor.userId },
    { action: 'third_look.given', actor_id: third.actor.userId },
  ]);
  await expect(give(third, made)).rejects.toMatchObject({ code: 'conflict' });
  // Out of the way of the next test.
  const lease = await leaseNext(first, { leaseMs: 60_000 });
  expect(lease?.postId).toBe(other);
});

test('refuses parties, other drafts, missing labels and second looks; nothing is stored', async () => {
  await ctx.db.updateTable('review_item').set({ open: false }).execute();
  const made = await approved(1);
  for (const party of [first, second, drafter]) {
    await expect(give(party, made)).rejects.toMatchObject({ code: 'forbidden' });
  }
  await expect(give(third, made, { contentSha256: '0'.repeat(64) })).rejects.toMatchObject({
    field: 'content_sha256',
  });
  await expect(give(third, made, { labels: [] })).rejects.toMatchObject({ field: 'labels' });
  await expect(give(third, made, { reason: ' ' })).rejects.toMatchObject({ field: 'reason' });
  await expect(give(third, { ...made, approvalId: newId() })).rejects.toMatchObject({
    code: 'conflict',
  });
  expect(await readThirdLook(ctx, made.approvalId)).toBeNull();
  const row = ctx.db.updateTable('third_look').set({ reviewer: first.actor.userId });
  await expect(row.where('approval_id', '=', made.approvalId).execute()).rejects.toThrow(
    /third person/,
  );
  await give(third, made);
  expect(await readThirdLook(ctx, made.approvalId)).toMatchObject({ verdict: 'agree' });
});

test('the share decides, by chance nobody foresees', async () => {
  await ctx.db.updateTable('review_item').set({ open: false }).execute();
  const { approvalId, postId } = await approved(0);
  expect(await nextThirdLook(third)).toBeNull();
  expect((await readItem(third, postId)).decisions).toHaveLength(2);
  const at = (random: number) =>
    chooseThirdLook(ctx, { approvalId, share: 0.1, random: () => random });
  expect(await at(0.1)).toBeNull();
  expect(await at(0.09)).toMatchObject({ action: 'third_look.chosen', entityId: approvalId });
});
