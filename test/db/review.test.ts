import { expect, test } from 'vitest';
import { decideResponse, redraft, setOutcome } from '#drafting/index.ts';
import {
  decide,
  exportApproval,
  leaseNext,
  readItem,
  renderMarkdown,
  submitDraft,
} from '#review/index.ts';
import { newId } from '#platform/ids.ts';
import type { Context } from '../../src/context.ts';
import { approveCorpus, contradictingClaim, invented } from '../support/corpus.ts';
import { putFirst } from '../support/leases.ts';
import { analysedPost } from '../support/posts.ts';
import { actAs, createTestContext } from '../support/test-context.ts';

const ctx = await createTestContext();
const [versionId = ''] = await approveCorpus(ctx, [invented]);
const drafter = await actAs(ctx, 'drafter', ['drafter']);
const leaseMs = 60_000;

/** Two reviewers who hold nothing else. */
async function twoReviewers(): Promise<[Context, Context]> {
  return [await actAs(ctx, 'first', ['reviewer']), await actAs(ctx, 'second', ['reviewer'])];
}

/** A post of its own with a draft, ready for review unless told to stop before. */
async function draftedPost(): Promise<{ postId: string; claimId: string; hash: string }> {
  const postId = await analysedPost(ctx, `Tin số ${newId().slice(-6)}.\n${contradictingClaim}`);
  const item = await readItem(drafter, postId);
  const claimId = item.draft?.claim_id ?? '';
  return { postId, claimId, hash: item.draft?.content_sha256 ?? '' };
}

async function inReview() {
  const post = await draftedPost();
  await decideResponse(drafter, { postId: post.postId, decision: 'respond', reason: 'Lan rộng.' });
  await setOutcome(drafter, { claimId: post.claimId, outcome: 'CONTRADICTED', reason: 'Số khác.' });
  await submitDraft(drafter, { postId: post.postId, contentSha256: post.hash });
  return post;
}

/** Leases the wanted post; the queue may hold others of this file. */
async function lease(reviewer: Context, postId: string) {
  const item = await readItem(reviewer, postId);
  await putFirst(ctx, postId);
  const taken = await leaseNext(reviewer, { leaseMs });
  if (taken?.postId !== postId) throw new Error('another item came up');
  return {
    ...taken,
    hash: item.draft?.content_sha256 ?? '',
    labels: (item.draft?.sentences ?? []).map(({ ordinal }) => ({
      ordinal,
      label: 'supported' as const,
    })),
  };
}

async function vote(reviewer: Context, postId: string, verdict: 'approve' | 'return' | 'decline') {
  const taken = await lease(reviewer, postId);
  return decide(reviewer, {
    itemId: taken.itemId,
    leaseToken: taken.token,
    fence: taken.fence,
    contentSha256: taken.hash,
    verdict,
    reason: 'Đã đọc từng câu.',
    labels: taken.labels,
  });
}

test('a contradicting post gets a draft whose every quote is what the version says', async () => {
  const { postId } = await draftedPost();
  const item = await readItem(drafter, postId);
  expect(item.post.state).toBe('IN_DRAFT');
  const claim = item.claims.find((one) => one.id === item.draft?.claim_id);
  expect(claim).toMatchObject({ outcome: 'RELATED', suggestion: 'CONTRADICTED', decided_by: null });
  const citations = item.draft?.sentences.flatMap((sentence) => sentence.citations) ?? [];
  expect(citations.length).toBeGreaterThanOrEqual(3);
  for (const citation of citations) {
    expect(citation.version_id).toBe(versionId);
    expect(
      Array.from(invented.text).slice(citation.start_offset, citation.end_offset).join(''),
    ).toBe(citation.quote);
  }
});

test('two people who had no part in it approve, and the answer can be exported', async () => {
  const [first, second] = await twoReviewers();
  const { postId, hash } = await inReview();
  expect(await vote(first, postId, 'approve')).toMatchObject({ stage: 1, postState: 'IN_REVIEW' });
  const result = await vote(second, postId, 'approve');
  expect(result).toMatchObject({ stage: 2, postState: 'APPROVED' });
  const answer = await exportApproval(drafter, result.approvalId ?? '');
  expect(answer.contentSha256).toBe(hash);
  expect(new Set(answer.reviewers).size).toBe(2);
  const markdown = renderMarkdown(answer);
  expect(markdown).toContain(hash);
  expect(markdown).toContain('tối đa 5 cuốn sách');
});

test('the second reviewer sees the first decision only after giving their own', async () => {
  const [first, second] = await twoReviewers();
  const { postId } = await inReview();
  await vote(first, postId, 'approve');
  expect((await readItem(second, postId)).decisions).toBeNull();
  expect((await readItem(drafter, postId)).decisions).toBeNull();
  expect((await readItem(first, postId)).decisions).toHaveLength(1);
  await vote(second, postId, 'approve');
  expect((await readItem(second, postId)).decisions).toHaveLength(2);
});

test('one reviewer is never enough, however often they try', async () => {
  const [first, second] = await twoReviewers();
  const { postId, hash } = await inReview();
  await vote(first, postId, 'approve');
  await expect(lease(first, postId)).rejects.toThrow('another item');
  const draft = await ctx.db
    .selectFrom('draft')
    .select('id')
    .where('post_id', '=', postId)
    .executeTakeFirstOrThrow();
  const approval = (one: string, two: string) => ({
    id: newId(),
    post_id: postId,
    draft_id: draft.id,
    content_sha256: hash,
    first_reviewer: one,
    second_reviewer: two,
    status: 'in_force' as const,
    approved_at: new Date(),
  });
  const firstId = first.actor.userId ?? '';
  const secondId = second.actor.userId ?? '';
  await expect(
    ctx.db.insertInto('approval').values(approval(firstId, firstId)).execute(),
  ).rejects.toThrow(/two_different_reviewers|four eyes/);
  await expect(
    ctx.db.insertInto('approval').values(approval(firstId, secondId)).execute(),
  ).rejects.toThrow(/two different reviewers have not approved/);
  await expect(
    ctx.db.updateTable('post').set({ state: 'APPROVED' }).where('id', '=', postId).execute(),
  ).rejects.toThrow(/only by an approval/);
});

test('whoever had a part in the answer can neither lease nor decide it, even in plain SQL', async () => {
  const [first] = await twoReviewers();
  const both = await actAs(ctx, 'both', ['drafter', 'reviewer']);
  const post = await draftedPost();
  await decideResponse(both, { postId: post.postId, decision: 'respond', reason: 'Lan rộng.' });
  await setOutcome(drafter, { claimId: post.claimId, outcome: 'CONTRADICTED', reason: 'Số khác.' });
  await submitDraft(drafter, { postId: post.postId, contentSha256: post.hash });
  await expect(lease(both, post.postId)).rejects.toThrow('another item');
  const taken = await lease(first, post.postId);
  const draft = await ctx.db
    .selectFrom('draft')
    .select('id')
    .where('post_id', '=', post.postId)
    .executeTakeFirstOrThrow();
  await expect(
    ctx.db
      .insertInto('review_decision')
      .values({
        id: newId(),
        review_item_id: taken.itemId,
        draft_id: draft.id,
        content_sha256: post.hash,
        reviewer: both.actor.userId ?? '',
        stage: 1,
        verdict: 'approve',
        reason: 'Tôi tự duyệt.',
        labels: '[]',
        decided_at: new Date(),
      })
      .execute(),
  ).rejects.toThrow(/contributed/);
});

test('nothing reaches review before a person has set CONTRADICTED and decided to respond', async () => {
  const { postId, claimId, hash } = await draftedPost();
  const submit = () => submitDraft(drafter, { postId, contentSha256: hash });
  await expect(submit()).rejects.toMatchObject({ code: 'conflict', field: 'response' });
  await decideResponse(drafter, { postId, decision: 'respond', reason: 'Lan rộng.' });
  await expect(submit()).rejects.toMatchObject({ code: 'conflict', field: 'outcome' });
  await setOutcome(drafter, { claimId, outcome: 'CONSISTENT', reason: 'Khớp.' });
  await expect(submit()).rejects.toMatchObject({ field: 'outcome' });
  await setOutcome(drafter, { claimId, outcome: 'CONTRADICTED', reason: 'Đọc lại: khác.' });
  await expect(submit()).resolves.toBeUndefined();
  await expect(
    setOutcome(drafter, { claimId, outcome: 'CONSISTENT', reason: 'Muộn rồi.' }),
  ).rejects.toMatchObject({ code: 'conflict' });
});

test('the machine cannot set CONTRADICTED', async () => {
  const { claimId } = await draftedPost();
  await expect(
    ctx.db
      .updateTable('assessment')
      .set({ outcome: 'CONTRADICTED' })
      .where('claim_id', '=', claimId)
      .execute(),
  ).rejects.toThrow(/machine_never_contradicts/);
});

test('an opinion gets no draft and cannot be made contradicted', async () => {
  const postId = await analysedPost(
    ctx,
    'Theo tôi, cách làm của thư viện giả định thật đáng thất vọng.',
  );
  const item = await readItem(drafter, postId);
  expect(item.draft).toBeNull();
  expect(item.claims[0]).toMatchObject({ outcome: 'NOT_CHECKABLE', matches: [] });
  const claimId = item.claims[0]?.id ?? '';
  await expect(
    setOutcome(drafter, { claimId, outcome: 'CONTRADICTED', reason: 'Muốn bác.' }),
  ).rejects.toMatchObject({ code: 'conflict', field: 'outcome' });
  await expect(redraft(drafter, { claimId })).rejects.toMatchObject({ code: 'conflict' });
});

test('a returned draft needs another revision, and its round is counted', async () => {
  const [first, second] = await twoReviewers();
  const { postId, claimId, hash } = await inReview();
  expect(await vote(first, postId, 'return')).toMatchObject({ stage: 1, postState: 'IN_REVIEW' });
  expect(await vote(second, postId, 'return')).toMatchObject({ postState: 'RETURNED' });
  await expect(submitDraft(drafter, { postId, contentSha256: hash })).rejects.toMatchObject({
    code: 'conflict',
  });
  const { revision } = await redraft(drafter, { claimId, audience: 'foreign' });
  expect(revision).toBe(2);
  const item = await readItem(drafter, postId);
  expect(item.post.round).toBe(2);
  await submitDraft(drafter, { postId, contentSha256: item.draft?.content_sha256 ?? '' });
  expect(await vote(first, postId, 'approve')).toMatchObject({ stage: 1 });
});

test('two who disagree return the draft; two who decline end it', async () => {
  const [first, second] = await twoReviewers();
  const disputed = await inReview();
  await vote(first, disputed.postId, 'approve');
  expect(await vote(second, disputed.postId, 'decline')).toMatchObject({ postState: 'RETURNED' });
  const declined = await inReview();
  await vote(first, declined.postId, 'decline');
  expect(await vote(second, declined.postId, 'decline')).toMatchObject({
    postState: 'DECLINED',
    approvalId: null,
  });
});

test('every sentence is judged once, and what has no support is not approved', async () => {
  const [first] = await twoReviewers();
  const { postId } = await inReview();
  const taken = await lease(first, postId);
  const answer = {
    itemId: taken.itemId,
    leaseToken: taken.token,
    fence: taken.fence,
    contentSha256: taken.hash,
    reason: 'Câu thứ hai không có nguồn.',
    verdict: 'return' as const,
  };
  const refuted = taken.labels.map((one) =>
    one.ordinal === 1 ? { ordinal: 1, label: 'not_supported' as const } : one,
  );
  const faulty = [
    { ...answer, labels: taken.labels.slice(1) },
    { ...answer, labels: [...taken.labels, { ordinal: 99, label: 'tone' as const }] },
    { ...answer, labels: [...taken.labels, { ordinal: 0, label: 'tone' as const }] },
    { ...answer, verdict: 'approve' as const, labels: refuted },
  ];
  for (const input of faulty) {
    await expect(decide(first, input)).rejects.toMatchObject({
      code: 'validation',
      field: 'labels',
    });
  }
  // A refused answer leaves the lease as it was.
  expect(await decide(first, { ...answer, labels: refuted })).toMatchObject({ stage: 1 });
});

test('an approval whose source is replaced leaves the export', async () => {
  const [first, second] = await twoReviewers();
  const [version = ''] = await approveCorpus(ctx, [
    {
      ...invented,
      key: 'se-thay',
      text: 'Quán cà phê giả định bán tối đa 40 ly nước cam vào mỗi buổi sáng thứ bảy. Quán cà phê giả định đóng cửa lúc 22 giờ.',
    },
  ]);
  const postId = await analysedPost(
    ctx,
    'Quán cà phê giả định bán tối đa 90 ly nước cam vào mỗi buổi sáng thứ bảy.',
  );
  const item = await readItem(drafter, postId);
  const claimId = item.draft?.claim_id ?? '';
  await decideResponse(drafter, { postId, decision: 'respond', reason: 'Lan rộng.' });
  await setOutcome(drafter, { claimId, outcome: 'CONTRADICTED', reason: 'Số khác.' });
  await submitDraft(drafter, { postId, contentSha256: item.draft?.content_sha256 ?? '' });
  await vote(first, postId, 'approve');
  const { approvalId } = await vote(second, postId, 'approve');
  expect(version).not.toBe('');
  await approveCorpus(ctx, [
    {
      ...invented,
      key: 'se-thay',
      text: 'Quán cà phê giả định không bán nước cam nữa.',
      valid_from: '2024-01-01',
    },
  ]);
  await expect(exportApproval(drafter, approvalId ?? '')).rejects.toMatchObject({
    code: 'conflict',
    message: 'this approval is needs_recheck',
  });
  await expect(
    ctx.db
      .updateTable('approval')
      .set({ status: 'in_force' })
      .where('id', '=', approvalId ?? '')
      .execute(),
  ).rejects.toThrow(/out of force/);
});
