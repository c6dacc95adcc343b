import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { verifyAudit } from '#audit/index.ts';
import { withTransaction } from '#db/transaction.ts';
import { decideResponse, setOutcome } from '#drafting/index.ts';
import { newId } from '#platform/ids.ts';
import {
  confirmReuse,
  endReuse,
  exportApproval,
  findReusable,
  keepWordings,
  listApprovals,
  listItems,
  readItem,
  submitDraft,
} from '#review/index.ts';
import { expireVersions, withdrawVersions } from '#standing/index.ts';
import type { Context } from '../../src/context.ts';
import { approveInReview, submitForReview } from '../support/approved.ts';
import { approveCorpus } from '../support/corpus.ts';
import { analysedPost } from '../support/posts.ts';
import { actAs, createTestContext, hasManyConnections } from '../support/test-context.ts';

const ctx = await createTestContext();
const approver = await actAs(ctx, 'approver', ['corpus_approver']);
const drafter = await actAs(ctx, 'drafter', ['drafter']);
const other = await actAs(ctx, 'other', ['drafter']);
const reviewers = [
  await actAs(ctx, 'first', ['reviewer']),
  await actAs(ctx, 'second', ['reviewer']),
];
const reason = 'Cùng luận điểm, cùng câu trả lời.';

/** A handbook of its own with a rule on loans, and the claim that contradicts it. */
function handbook(room: string) {
  const rule = `Mỗi bạn đọc của ${room} giả định được mượn tối đa 5 cuốn sách trong 30 ngày và không phải trả phí.`;
  const text = ['Điều 1. Mượn sách', rule].join('\n\n');
  return { text, claim: rule.replace('5 cuốn', '3 cuốn') };
}

/** A claim whose answer is approved, with the only version that answer cites. */
async function answered(room: string) {
  const { text, claim } = handbook(room);
  const [versionId = ''] = await approveCorpus(ctx, [
    { key: `so-tay-${newId()}`, title: `Sổ tay ${room}`, text },
  ]);
  const postId = await analysedPost(ctx, claim);
  await submitForReview(drafter, postId);
  const approvalId = await approveInReview(reviewers, postId);
  return { claim, postId, approvalId, versionId };
}

/** A post with one claim, and what may be reused for it. */
async function another(text: string) {
  const postId = await analysedPost(ctx, text);
  const { claims, reuse } = await readItem(other, postId);
  return { postId, claimId: claims[0]?.id ?? '', suggestions: reuse.suggestions };
}

/** The same claim in another post: copies are one post, so a word that says nothing is added. */
function again(claim: string): string {
  return `Nghe nói ${claim}`;
}

async function stateOf(postId: string) {
  return (await readItem(drafter, postId)).post.state;
}

function withdraw(versionId: string) {
  return withdrawVersions(approver, { versionIds: [versionId], reason: 'Thu hồi.' });
}

/** As if the draft had been written with this day. */
async function setReviewBy(postId: string, day: string): Promise<void> {
  await sql`alter table draft disable trigger draft_immutable`.execute(ctx.db);
  await ctx.db.updateTable('draft').set({ review_by: day }).where('post_id', '=', postId).execute();
  await sql`alter table draft enable trigger draft_immutable`.execute(ctx.db);
}

/** The same context on a later day. */
function onDay(day: string, base: Context = ctx): Context {
  return { ...base, clock: () => new Date(`${day}T08:00:00Z`) };
}

test('an approved answer is suggested, confirmed once, and ends with its source', async () => {
  const first = await answered('phòng đọc lớn');
  const folded = first.claim.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
  const second = await another(folded);
  expect(second.suggestions).toMatchObject([
    {
      claimId: second.claimId,
      approvalId: first.approvalId,
      answeredText: first.claim,
      answeredPostId: first.postId,
      contributed: false,
      differences: { claim: [], answered: [] },
    },
  ]);
  expect(second.suggestions[0]?.draft.sentences.length).toBeGreaterThan(3);
  await confirmReuse(other, { ...second, approvalId: first.approvalId, reason });
  const item = await readItem(other, second.postId);
  expect(item).toMatchObject({
    post: { state: 'APPROVED' },
    response: { decision: 'respond', reason, decided_by: other.actor.name },
    reuse: {
      suggestions: [],
      latest: { status: 'in_force', approval_id: first.approvalId, reason },
    },
  });
  expect(item.claims[0]).toMatchObject({ outcome: 'CONTRADICTED', decided_by: other.actor.name });
  const exported = await exportApproval(drafter, first.approvalId);
  expect(exported.reusedFor).toHaveLength(1);
  await expect(
    confirmReuse(drafter, { ...second, approvalId: first.approvalId, reason }),
  ).rejects.toThrow(/APPROVED/);
  await withdraw(first.versionId);
  expect([await stateOf(first.postId), await stateOf(second.postId)]).toEqual([
    'RETURNED',
    'RETURNED',
  ]);
  const after = await readItem(other, second.postId);
  expect(after.reuse).toMatchObject({
    suggestions: [],
    latest: { status: 'ended', ended_by: null, approval_status: 'needs_recheck' },
  });
  const actions = await ctx.db
    .selectFrom('audit_event')
    .select(['action'])
    .where('entity_id', 'in', [second.postId, item.reuse.latest?.id ?? '', second.claimId])
    .orderBy('seq')
    .execute();
  expect(actions.map(({ action }) => action).slice(-5)).toEqual([
    'response.decided',
    'outcome.set',
    'answer.reused',
    'reuse.ended',
    'post.returned',
  ]);
  expect((await verifyAudit(ctx)).ok).toBe(true);
});

test('another number, place or polarity, and an opinion, are not suggested', async () => {
  const { claim, approvalId } = await answered('phòng đọc nhỏ');
  const same = await another(again(claim));
  expect(same.suggestions).toHaveLength(1);
  for (const text of [
    claim.replace('3 cuốn', '4 cuốn'),
    // The same words and numbers, and another claim.
    claim.replace('3 cuốn', '30 cuốn').replace('30 ngày', '3 ngày'),
    claim.replace('nhỏ', 'Lạc Hà'),
    claim.replace('được mượn', 'không được mượn'),
    `Theo tôi thật bất công khi ${claim}`,
  ]) {
    const post = await another(text);
    expect(post.suggestions).toEqual([]);
    await expect(confirmReuse(other, { ...post, approvalId, reason })).rejects.toThrow(
      /another claim/,
    );
  }
});

test('a claim that turns out to be no statement of fact is not answered by what was approved before', async () => {
  const { claim, approvalId } = await answered('phòng khách');
  const post = await another(again(claim));
  const criticism = { checkable: false, kind: 'criticism' };
  await ctx.db.updateTable('claim').set(criticism).where('id', '=', post.claimId).execute();
  expect((await readItem(other, post.postId)).reuse.suggestions).toEqual([]);
  await expect(confirmReuse(other, { ...post, approvalId, reason })).rejects.toThrow(
    /another claim/,
  );
});

test('answers approved before wordings were kept, or by other rules, are found after the next job', async () => {
  const { claim, approvalId } = await answered('phòng kính');
  const post = await another(again(claim));
  const found = async () =>
    (await findReusable(other, [post.claimId])).map((one) => one.approvalId);
  expect(await found()).toEqual([approvalId]);
  const kept = ctx.db.updateTable('answered_claim').where('approval_id', '=', approvalId);
  await kept.set({ rules: 0, wording: 'old' }).execute();
  expect(await found()).toEqual([]);
  await keepWordings(ctx);
  expect(await found()).toEqual([approvalId]);
  await ctx.db.deleteFrom('answered_claim').execute();
  await keepWordings(ctx);
  expect(await found()).toEqual([approvalId]);
});

test('a claim of which a person has decided otherwise is not overruled on the way', async () => {
  const { claim, approvalId } = await answered('phòng báo');
  const post = await another(again(claim));
  await setOutcome(drafter, { claimId: post.claimId, outcome: 'CONSISTENT', reason });
  expect((await readItem(other, post.postId)).reuse.suggestions).toEqual([]);
  await expect(confirmReuse(other, { ...post, approvalId, reason })).rejects.toThrow(
    /another claim/,
  );
  const ignored = await another(`Nghe đồn ${claim}`);
  await decideResponse(drafter, { postId: ignored.postId, decision: 'monitor', reason });
  expect((await readItem(other, ignored.postId)).reuse.suggestions).toEqual([]);
  await expect(confirmReuse(other, { ...ignored, approvalId, reason })).rejects.toThrow(
    /NO_ACTION/,
  );
});

test('who wrote the answer cannot confirm, by the verb or by SQL, and nothing is half stored', async () => {
  const { claim, approvalId } = await answered('phòng tranh');
  const post = await another(again(claim));
  expect((await findReusable(drafter, [post.claimId]))[0]?.contributed).toBe(true);
  await expect(confirmReuse(drafter, { ...post, approvalId, reason })).rejects.toMatchObject({
    code: 'forbidden',
    message: expect.stringContaining('who wrote the answer'),
  });
  expect(await readItem(other, post.postId)).toMatchObject({
    response: null,
    reuse: { latest: null },
  });
  const row = {
    id: newId(),
    post_id: post.postId,
    claim_id: post.claimId,
    approval_id: approvalId,
    similarity: 1,
    reason,
    confirmed_at: ctx.clock(),
    status: 'in_force' as const,
  };
  const insert = (user: Context) =>
    ctx.db
      .insertInto('reuse')
      .values({ ...row, confirmed_by: user.actor.userId as string })
      .execute();
  await expect(insert(drafter)).rejects.toThrow(/who wrote the answer/);
  await expect(insert(other)).rejects.toThrow(/no person has set/);
  await expect(
    ctx.db.updateTable('post').set({ state: 'APPROVED' }).where('id', '=', post.postId).execute(),
  ).rejects.toThrow(/only by an approval/);
  // A reviewer who approved it had no part in writing it.
  await confirmReuse(reviewers[0] as Context, { ...post, approvalId, reason });
  const reuse = ctx.db.updateTable('reuse').where('post_id', '=', post.postId);
  await expect(reuse.set({ reason: 'Khác.' }).execute()).rejects.toThrow(/only be taken out/);
  await endReuse(other, { postId: post.postId, reason: 'Nhầm bài.' });
  await expect(reuse.set({ status: 'in_force', ended_at: null }).execute()).rejects.toThrow(
    /only be taken out/,
  );
});

test('a mistaken reuse is taken back, once, and may be made again', async () => {
  const { claim, approvalId, postId } = await answered('phòng nhạc');
  const post = await another(again(claim));
  await expect(endReuse(other, { postId: post.postId, reason })).rejects.toThrow(
    /reuses no answer/,
  );
  await confirmReuse(other, { ...post, approvalId, reason });
  await endReuse(drafter, { postId: post.postId, reason: 'Bài này nói chuyện khác.' });
  const item = await readItem(other, post.postId);
  expect(item).toMatchObject({
    post: { state: 'RETURNED' },
    reuse: { latest: { status: 'ended', end_reason: 'Bài này nói chuyện khác.' } },
  });
  expect(item.reuse.suggestions).toHaveLength(1);
  expect(await stateOf(postId)).toBe('APPROVED');
  await expect(endReuse(other, { postId: post.postId, reason })).rejects.toThrow(
    /reuses no answer/,
  );
  await confirmReuse(other, { ...post, approvalId, reason });
  expect(await stateOf(post.postId)).toBe('APPROVED');
});

test('two people at once: one confirms', async () => {
  const { claim, approvalId } = await answered('phòng phim');
  const post = await another(again(claim));
  const third = await actAs(ctx, 'third', ['drafter']);
  const results = await Promise.allSettled(
    [other, third].map((person) => confirmReuse(person, { ...post, approvalId, reason })),
  );
  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const rows = await ctx.db
    .selectFrom('reuse')
    .select('id')
    .where('post_id', '=', post.postId)
    .execute();
  expect(rows).toHaveLength(1);
});

test.skipIf(!hasManyConnections)(
  'a confirmation and a withdrawal at once leave no answer in use',
  async () => {
    for (let round = 0; round < 8; round += 1) {
      const { claim, approvalId, versionId } = await answered(`kho số ${round + 30}`);
      const post = await another(again(claim));
      const results = await Promise.allSettled([
        confirmReuse(other, { ...post, approvalId, reason }),
        withdraw(versionId),
      ]);
      const [confirmed, withdrawn] = results;
      expect(withdrawn?.status).toBe('fulfilled');
      // Refused, if at all, with words for people: the two wait for one another and never deadlock.
      if (confirmed?.status === 'rejected') expect(confirmed.reason.code).toBe('conflict');
      expect(await stateOf(post.postId)).not.toBe('APPROVED');
    }
  },
);

test.skipIf(!hasManyConnections)(
  'a confirmation waits for an ending without holding what it needs',
  async () => {
    const { claim, approvalId, versionId } = await answered('kho cuối');
    const post = await another(again(claim));
    let confirmed: Promise<unknown> = Promise.resolve();
    await withTransaction(approver, async (ending) => {
      const { db } = ending;
      await db
        .selectFrom('document_version')
        .select('id')
        .where('id', '=', versionId)
        .forUpdate()
        .execute();
      await db
        .selectFrom('approval')
        .select('id')
        .where('id', '=', approvalId)
        .forUpdate()
        .execute();
      confirmed = confirmReuse(other, { ...post, approvalId, reason }).catch(
        (error: unknown) => error,
      );
      await setTimeout(1_500);
      await withdrawVersions(ending, { versionIds: [versionId], reason: 'Thu hồi.' });
    });
    expect(await confirmed).toMatchObject({ code: 'conflict', field: 'approval_id' });
  },
);

test('an answer whose source ended or that is in review is not reused', async () => {
  const { claim, approvalId, versionId } = await answered('phòng máy');
  const post = await another(again(claim));
  const submitted = await another(`Nghe đồn ${claim}`);
  const { draft } = await readItem(drafter, submitted.postId);
  await submitForReview(drafter, submitted.postId);
  await expect(confirmReuse(other, { ...submitted, approvalId, reason })).rejects.toThrow(
    /IN_REVIEW/,
  );
  expect(draft).not.toBeNull();
  await withdraw(versionId);
  await expect(confirmReuse(other, { ...post, approvalId, reason })).rejects.toThrow(
    /not in force today/,
  );
  await expect(submitDraft(drafter, { postId: post.postId, contentSha256: 'x' })).rejects.toThrow();
});

test('an approval expires on the day it was to be reviewed by, with its reuses, once', async () => {
  const { claim, approvalId, postId } = await answered('phòng họp');
  const today = new Date().toISOString().slice(0, 10);
  const day = `${Number(today.slice(0, 4)) + 1}-03-01`;
  await setReviewBy(postId, day);
  const post = await another(again(claim));
  await confirmReuse(other, { ...post, approvalId, reason });
  await expireVersions(onDay(`${Number(today.slice(0, 4)) + 1}-02-20`));
  expect(await stateOf(post.postId)).toBe('APPROVED');
  const later = onDay(day);
  // On the day itself nothing is handed out, though the job has not run.
  await expect(exportApproval(onDay(day, drafter), approvalId)).rejects.toThrow(/review/);
  const listed = await listApprovals(later, { limit: 200 });
  expect(listed.items.map(({ id }) => id)).not.toContain(approvalId);
  const fresh = await another(`Nghe đồn ${claim}`);
  expect(fresh.suggestions).toHaveLength(1);
  expect(await findReusable(onDay(day, other), [fresh.claimId])).toEqual([]);
  await expireVersions(later);
  await expireVersions(later);
  expect([await stateOf(postId), await stateOf(post.postId)]).toEqual(['RETURNED', 'RETURNED']);
  expect((await readItem(drafter, postId)).approval?.status).toBe('expired');
  await expect(exportApproval(drafter, approvalId)).rejects.toThrow(/expired/);
  const events = await ctx.db
    .selectFrom('audit_event')
    .select('action')
    .where('entity_id', '=', approvalId)
    .where('action', '=', 'approval.expired')
    .execute();
  expect(events).toHaveLength(1);
  const queue = await listItems(drafter, { state: 'RETURNED', limit: 200 });
  const entryOf = (id: string) => queue.items.find((entry) => entry.postId === id);
  expect(entryOf(postId)?.lostAnswer).toBe('expired');
  expect(entryOf(post.postId)?.lostAnswer).toBe('reuse_ended');
  expect((await verifyAudit(ctx)).ok).toBe(true);
});

test('no post is APPROVED without an answer in force', async () => {
  const bare = await ctx.db
    .selectFrom('post as p')
    .select('p.id')
    .where('p.state', '=', 'APPROVED')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('approval as a')
            .leftJoin('reuse as r', (join) =>
              join.onRef('r.approval_id', '=', 'a.id').on('r.status', '=', 'in_force'),
            )
            .select('a.id')
            .where('a.status', '=', 'in_force')
            .where((eb) =>
              eb.or([eb('a.post_id', '=', eb.ref('p.id')), eb('r.post_id', '=', eb.ref('p.id'))]),
            ),
        ),
      ),
    )
    .execute();
  expect(bare).toEqual([]);
});
