import { beforeAll, expect, test } from 'vitest';
import { newId } from '#platform/ids.ts';
import { decide, leaseNext, readItem, similarDecisions } from '#review/index.ts';
import { withdrawVersions } from '#standing/index.ts';
import type { Context } from '../../src/context.ts';
import { submitForReview } from '../support/approved.ts';
import { approveCorpus, contradictingClaim, invented } from '../support/corpus.ts';
import { analysedPost } from '../support/posts.ts';
import { actAs, createTestContext } from '../support/test-context.ts';

const ctx = await createTestContext();
let versionId: string;
let drafter: Context;
let first: Context;
let second: Context;
let number = 0;

beforeAll(async () => {
  [versionId = ''] = await approveCorpus(ctx, [invented]);
  drafter = await actAs(ctx, 'drafter', ['drafter']);
  first = await actAs(ctx, 'first', ['reviewer']);
  second = await actAs(ctx, 'second', ['reviewer']);
});

async function inReview(): Promise<string> {
  number += 1;
  const postId = await analysedPost(ctx, `Phòng số ${number} vừa sơn.\n${contradictingClaim}`);
  await submitForReview(drafter, postId);
  return postId;
}

async function give(reviewer: Context, postId: string, verdict: 'approve' | 'return' | 'decline') {
  const lease = await leaseNext(reviewer, { leaseMs: 60_000 });
  if (lease?.postId !== postId) throw new Error('another item came up');
  const { draft } = await readItem(reviewer, postId);
  await decide(reviewer, {
    itemId: lease.itemId,
    leaseToken: lease.token,
    fence: lease.fence,
    contentSha256: draft?.content_sha256 ?? '',
    verdict,
    reason: `Lý do: ${verdict}.`,
    labels: (draft?.sentences ?? []).map(({ ordinal }) => ({ ordinal, label: 'supported' })),
  });
}

test('shows decided ones with both reviews, never a first review alone', async () => {
  const decidedId = await inReview();
  await give(first, decidedId, 'decline');
  const asking = await analysedPost(ctx, `Sân trước vừa quét.\n${contradictingClaim}`);
  for (const reader of [drafter, first, second, ctx]) {
    expect(await similarDecisions(reader, { postId: asking })).toEqual([]);
  }
  await give(second, decidedId, 'decline');
  expect(await similarDecisions(drafter, { postId: asking })).toMatchObject([
    {
      postId: decidedId,
      state: 'DECLINED',
      claimText: contradictingClaim,
      similarity: expect.closeTo(1, 4),
      reviews: [
        { reviewer: first.actor.name, verdict: 'decline', reason: 'Lý do: decline.' },
        { reviewer: second.actor.name, verdict: 'decline', reason: 'Lý do: decline.' },
      ],
      sourcesInForce: true,
    },
  ]);
  // Not of the post itself.
  expect(await similarDecisions(drafter, { postId: decidedId })).toEqual([]);
  const returnedId = await inReview();
  await give(first, returnedId, 'return');
  await give(second, returnedId, 'approve');
  const found = await similarDecisions(drafter, { postId: asking });
  expect(found.map(({ postId, state }) => [postId, state]).toSorted()).toEqual(
    [
      [decidedId, 'DECLINED'],
      [returnedId, 'RETURNED'],
    ].toSorted(),
  );
  expect(await similarDecisions(drafter, { postId: asking, limit: 1 })).toHaveLength(1);
});

test('shows nothing that is about something else, and nothing without a draft', async () => {
  const key = `so-tay-${newId()}`;
  const rule = 'Sân bóng giả định nhận đăng ký từ 15 tuổi trở lên và thu 20 nghìn đồng mỗi giờ.';
  await approveCorpus(ctx, [{ key, title: 'Nội quy sân bóng', text: `Điều 1. Sân\n\n${rule}` }]);
  const other = await analysedPost(ctx, rule.replace('15 tuổi', '16 tuổi'));
  expect((await readItem(ctx, other)).draft).not.toBeNull();
  expect(await similarDecisions(drafter, { postId: other })).toEqual([]);
  const bare = await analysedPost(ctx, 'Cầu mong mọi người bình an.');
  expect(await similarDecisions(drafter, { postId: bare })).toEqual([]);
  await expect(similarDecisions(drafter, { postId: newId() })).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('says when a source has ended', async () => {
  const asking = await analysedPost(ctx, `Cổng sau vừa sửa.\n${contradictingClaim}`);
  const approver = await actAs(ctx, 'approver', ['corpus_approver']);
  await withdrawVersions(approver, { versionIds: [versionId], reason: 'Bỏ.' });
  const found = await similarDecisions(drafter, { postId: asking });
  expect(found.length).toBeGreaterThan(0);
  expect(found.every(({ sourcesInForce }) => !sourcesInForce)).toBe(true);
});
