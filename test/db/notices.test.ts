import { expect, test } from 'vitest';
import { decideResponse, redraft } from '#drafting/index.ts';
import { newId } from '#platform/ids.ts';
import {
  countNotices,
  decide,
  expireLeases,
  leaseNext,
  readItem,
  readNotices,
} from '#review/index.ts';
import { withdrawVersions } from '#standing/index.ts';
import type { Context } from '../../src/context.ts';
import { approveInReview, submitForReview } from '../support/approved.ts';
import { approveCorpus } from '../support/corpus.ts';
import { ageLease, putFirst } from '../support/leases.ts';
import { analysedPost } from '../support/posts.ts';
import { actAs, createTestContext } from '../support/test-context.ts';

const ctx = await createTestContext();
const drafter = await actAs(ctx, 'drafter', ['drafter']);
const first = await actAs(ctx, 'first', ['reviewer']);
const second = await actAs(ctx, 'second', ['reviewer']);
const third = await actAs(ctx, 'third', ['reviewer']);
const approver = await actAs(ctx, 'approver', ['corpus_approver']);

let rooms = 0;

async function inReview() {
  const room = `phòng đọc giả định số ${(rooms += 1)}`;
  const loans = `Mỗi bạn đọc của ${room} được mượn tối đa 5 cuốn sách trong 30 ngày và không phải trả phí.`;
  const [versionId = ''] = await approveCorpus(ctx, [
    { key: `phong-${rooms}`, title: `Sổ tay ${room}`, text: ['Điều 1. Mượn', loans].join('\n\n') },
  ]);
  const postId = await analysedPost(ctx, loans.replace('5 cuốn', '3 cuốn'));
  const contentSha256 = await submitForReview(drafter, postId);
  return { postId, versionId, contentSha256 };
}

/** Kinds with their counts. */
async function noticesOf(of: Context): Promise<Record<string, number>> {
  return Object.fromEntries((await readNotices(of)).map(({ kind, count }) => [kind, count]));
}

async function vote(reviewer: Context, postId: string, verdict: 'approve' | 'return') {
  await putFirst(ctx, postId);
  const lease = await leaseNext(reviewer, { leaseMs: 600_000 });
  if (lease?.postId !== postId) throw new Error('another item came up');
  const { draft } = await readItem(reviewer, postId);
  return decide(reviewer, {
    itemId: lease.itemId,
    leaseToken: lease.token,
    fence: lease.fence,
    contentSha256: draft?.content_sha256 ?? '',
    verdict,
    reason: 'Đã đọc từng câu.',
    labels: (draft?.sentences ?? []).map(({ ordinal }) => ({ ordinal, label: 'supported' })),
  });
}

test('a first verdict changes nothing that another reviewer is told', async () => {
  expect(await noticesOf(second)).toEqual({});
  const { postId } = await inReview();
  expect(await noticesOf(second)).toEqual({ waiting: 1 });
  const before = await readNotices(second);
  await vote(first, postId, 'approve');
  expect(await readNotices(second)).toEqual(before);
  expect(await noticesOf(first)).toEqual({});
  expect(await noticesOf(drafter)).toEqual({});
  await vote(second, postId, 'approve');
  expect(await noticesOf(second)).toEqual({});
});

test('a lease near its end is said, then that it ran out, then nothing once another has it', async () => {
  const { postId } = await inReview();
  await leaseNext(first, { leaseMs: 600_000 });
  expect(await noticesOf(first)).toEqual({});
  expect(await noticesOf(second)).toEqual({});
  await leaseNext(first, { leaseMs: 200_000 });
  expect(await noticesOf(first)).toEqual({ lease_ending: 1 });
  expect(await countNotices(first)).toBe(1);
  await ageLease(ctx, postId);
  expect(await noticesOf(first)).toEqual({ lease_ran_out: 1, waiting: 1 });
  await expireLeases(ctx);
  expect(await noticesOf(first)).toEqual({ lease_ran_out: 1, waiting: 1 });
  expect(await noticesOf(second)).toEqual({ waiting: 1 });
  const lease = await leaseNext(second, { leaseMs: 600_000 });
  expect(lease?.postId).toBe(postId);
  expect(await noticesOf(first)).toEqual({});
  await vote(second, postId, 'return');
  await vote(first, postId, 'return');
});

test('what is kept for somebody is told to them alone', async () => {
  const { postId } = await inReview();
  const hour = new Date(Date.now() + 3_600_000);
  await ctx.db
    .updateTable('review_item')
    .set({ reserved_for: third.actor.userId, reserved_until: hour })
    .where('post_id', '=', postId)
    .execute();
  expect(await noticesOf(third)).toEqual({ handed_over: 1, waiting: 1 });
  expect(await noticesOf(first)).toEqual({});
  await vote(third, postId, 'approve');
  await vote(first, postId, 'approve');
});

test('drafters hear of what came back and of what left force, until they draft again', async () => {
  const other = await actAs(ctx, 'other', ['drafter']);
  expect(await noticesOf(other)).toEqual({});
  const before = await noticesOf(drafter);
  const returned = await inReview();
  await vote(first, returned.postId, 'return');
  await vote(second, returned.postId, 'approve');
  expect((await noticesOf(drafter))['returned']).toBe((before['returned'] ?? 0) + 1);
  const lost = await inReview();
  await putFirst(ctx, lost.postId);
  await approveInReview([first, second], lost.postId);
  expect((await noticesOf(drafter))['left_force']).toBeUndefined();
  await withdrawVersions(approver, { versionIds: [lost.versionId], reason: 'Thu hồi.' });
  expect((await noticesOf(drafter))['left_force']).toBe(1);
  expect(await noticesOf(other)).toEqual({});
  expect(await noticesOf(first)).toEqual({});
  const { draft } = await readItem(drafter, returned.postId);
  await redraft(drafter, { claimId: draft?.claim_id ?? '' });
  expect((await noticesOf(drafter))['returned']).toBe(before['returned']);
});

test('a mention is told once its comment may be read', async () => {
  const { postId } = await inReview();
  const draft = await ctx.db
    .selectFrom('draft')
    .select('id')
    .where('post_id', '=', postId)
    .executeTakeFirstOrThrow();
  for (const byReviewer of [false, true]) {
    const id = newId();
    await ctx.db
      .insertInto('comment')
      .values({
        id,
        post_id: postId,
        draft_id: draft.id,
        sentence_ordinal: null,
        author: first.actor.userId ?? '',
        text: 'Nhờ xem lại câu 2.',
        by_reviewer: byReviewer,
        written_at: ctx.clock(),
      })
      .execute();
    await ctx.db
      .insertInto('mention')
      .values({ comment_id: id, user_id: second.actor.userId ?? '', seen_at: null })
      .execute();
  }
  expect((await noticesOf(second))['mention']).toBe(1);
  await vote(second, postId, 'approve');
  expect((await noticesOf(second))['mention']).toBe(2);
  await vote(first, postId, 'approve');
});

test('admins hear of messages that did not arrive and of a trail that nobody signs', async () => {
  const admin = await actAs(ctx, 'admin', ['admin']);
  expect(await noticesOf(admin)).toEqual({});
  const late = { ...admin, clock: () => new Date(Date.now() + 4 * 3_600_000) };
  expect(await noticesOf(late)).toEqual({ checkpoint_overdue: 1 });
  const endpointId = newId();
  await ctx.db
    .insertInto('webhook_endpoint')
    .values({
      id: endpointId,
      url: 'https://receiver.example/',
      events: ['approval.in_force'],
      secret_version: 1,
      created_by: admin.actor.userId ?? '',
      created_at: ctx.clock(),
      rotated_at: null,
      disabled_at: null,
    })
    .execute();
  await ctx.db
    .insertInto('webhook_delivery')
    .values({
      id: newId(),
      endpoint_id: endpointId,
      event: 'approval.in_force',
      body: '{}',
      created_at: ctx.clock(),
      given_up_at: ctx.clock(),
    })
    .execute();
  expect(await noticesOf(admin)).toEqual({ webhook_given_up: 1 });
  const weekLater = { ...admin, clock: () => new Date(Date.now() + 8 * 86_400_000) };
  expect(await noticesOf(weekLater)).toEqual({ checkpoint_overdue: 1 });
});

test('nobody is told anything of a post they only sent, nor the system of anything', async () => {
  const triager = await actAs(ctx, 'triager', ['triager']);
  const { postId } = await inReview();
  await expect(
    decideResponse(triager, { postId, decision: 'monitor', reason: 'Chờ thêm.' }),
  ).rejects.toThrow();
  expect(await readNotices(triager)).toEqual([]);
  expect(await readNotices(ctx)).toEqual([]);
  expect(await countNotices(ctx)).toBe(0);
});
