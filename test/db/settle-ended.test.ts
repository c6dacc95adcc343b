import { expect, test } from 'vitest';
import { verifyAudit } from '#audit/index.ts';
import { diffVersions, importDocuments } from '#corpus/index.ts';
import { matchAgain, redraft } from '#drafting/index.ts';
import { newId } from '#platform/ids.ts';
import { embedPassages } from '#retrieval/index.ts';
import { exportApproval, listApprovals, listItems, readItem, submitDraft } from '#review/index.ts';
import { approveVersions, expireVersions, withdrawVersions } from '#standing/index.ts';
import type { Context } from '../../src/context.ts';
import { approveInReview, submitForReview } from '../support/approved.ts';
import { approveCorpus, importItem } from '../support/corpus.ts';
import { analysedPost } from '../support/posts.ts';
import { actAs, createTestContext } from '../support/test-context.ts';

const ctx = await createTestContext();
const editor = await actAs(ctx, 'editor', ['corpus_editor']);
const approver = await actAs(ctx, 'approver', ['corpus_approver']);
const drafter = await actAs(ctx, 'drafter', ['drafter']);
const reviewers = [
  await actAs(ctx, 'first', ['reviewer']),
  await actAs(ctx, 'second', ['reviewer']),
];

const opening = 'Thư viện giả định mở cửa cho mọi người từ 8 giờ đến 17 giờ các ngày trong tuần.';

/** A handbook of its own, whose rule on loans a post contradicts. */
function handbook(rooms: string, books = 5) {
  const loans = `Mỗi bạn đọc của ${rooms} giả định được mượn tối đa ${books} cuốn sách trong 30 ngày và không phải trả phí.`;
  const free = `Người đến ${rooms} giả định không phải trả tiền giữ xe đạp và tiền gửi đồ.`;
  return { loans, text: ['Điều 1. Mượn sách', loans, free].join('\n\n') };
}

interface Answered {
  readonly key: string;
  readonly postId: string;
  readonly approvalId: string;
  readonly versionId: string;
}

/** An approved answer that quotes the only version of a document of its own. */
async function answered(rooms: string, more: object = {}): Promise<Answered> {
  const key = `so-tay-${newId()}`;
  const { text, loans } = handbook(rooms);
  const [versionId = ''] = await approveCorpus(ctx, [
    { key, title: `Sổ tay ${rooms}`, text, ...more },
  ]);
  const postId = await analysedPost(ctx, loans.replace('5 cuốn', '3 cuốn'));
  await submitForReview(drafter, postId);
  return { key, postId, versionId, approvalId: await approveInReview(reviewers, postId) };
}

/** Imports and approves the next version of a document. */
async function next(key: string, text: string, more: object = {}): Promise<string> {
  const items = [await importItem({ key, title: `Sổ tay mới ${key}`, text, ...more })];
  const [result] = await importDocuments(editor, { items });
  await embedPassages(ctx);
  await approveVersions(approver, { versionIds: [result?.versionId ?? ''] });
  return result?.versionId as string;
}

async function statusOf(approvalId: string): Promise<string> {
  const row = await ctx.db
    .selectFrom('approval')
    .select('status')
    .where('id', '=', approvalId)
    .executeTakeFirstOrThrow();
  return row.status;
}

/** The same context on a later day. */
function onDay(day: string, base: Context = ctx): Context {
  return { ...base, clock: () => new Date(`${day}T08:00:00Z`) };
}

test('a quote that stands unchanged in the successor is anchored there and stays approved', async () => {
  const { key, postId, approvalId, versionId } = await answered('phòng đọc');
  const text = ['Điều 1. Giờ', opening, handbook('phòng đọc').text.replace('Điều 1', 'Điều 2')];
  const successor = await next(key, text.join('\n\n'));
  expect(await statusOf(approvalId)).toBe('in_force');
  const item = await readItem(drafter, postId);
  expect(item.post.state).toBe('APPROVED');
  expect(item.rechecks).toEqual([]);
  const citations = item.draft?.sentences.flatMap((sentence) => sentence.citations) ?? [];
  expect(citations.length).toBeGreaterThan(0);
  for (const citation of citations) {
    expect(citation).toMatchObject({ version_id: successor, anchored_at: expect.any(Date) });
  }
  const exported = await exportApproval(drafter, approvalId);
  expect(exported.headline.citations[0]?.versionId).toBe(successor);
  const kept = await ctx.db
    .selectFrom('citation')
    .select('version_id')
    .where('draft_id', '=', item.draft?.id ?? '')
    .execute();
  expect(new Set(kept.map((row) => row.version_id))).toEqual(new Set([versionId]));
});

test('a reworded source flips the approval, says what stands there now, and the road goes on', async () => {
  const { key, postId, approvalId } = await answered('phòng mượn');
  const approved = await readItem(drafter, postId);
  await expect(matchAgain(drafter, { claimId: approved.draft?.claim_id ?? '' })).rejects.toThrow(
    /in review or decided/,
  );
  const successor = await next(key, handbook('phòng mượn', 7).text);
  expect(await statusOf(approvalId)).toBe('needs_recheck');
  const item = await readItem(drafter, postId);
  expect(item.post).toMatchObject({ state: 'RETURNED', round: 2 });
  const [recheck] = item.rechecks;
  expect(recheck).toMatchObject({
    cause: 'superseded',
    approval_id: approvalId,
    successor_id: successor,
  });
  const lost = recheck?.quotes.find((one) => one.quote.includes('5 cuốn'));
  expect(lost?.now?.text).toContain('7 cuốn');
  await expect(exportApproval(drafter, approvalId)).rejects.toThrow(/needs_recheck/);
  expect((await listApprovals(ctx, { limit: 200 })).items.map(({ id }) => id)).not.toContain(
    approvalId,
  );
  const queue = await listItems(drafter, { needsRecheck: true, limit: 200 });
  expect(queue.items.map((entry) => entry.postId)).toContain(postId);
  const claimId = item.draft?.claim_id ?? '';
  expect((await matchAgain(drafter, { claimId })).matches).toBeGreaterThan(0);
  await redraft(drafter, { claimId });
  const again = await readItem(drafter, postId);
  expect(again).toMatchObject({ post: { state: 'IN_DRAFT' }, rechecks: [] });
  expect(again.draft?.sentences[0]?.citations[0]?.version_id).toBe(successor);
  const left = await listItems(drafter, { needsRecheck: true, limit: 200 });
  expect(left.items.map((entry) => entry.postId)).not.toContain(postId);
});

test('an unchanged passage keeps its vectors; the diff says what changed', async () => {
  const { key, versionId } = await answered('kho sách', { title: 'Sổ tay kho' });
  const items = [
    await importItem({
      key,
      title: 'Sổ tay kho',
      text: `${handbook('kho sách').text}\n\nĐiều 2. Giờ\n\n${opening}`,
    }),
  ];
  const [result] = await importDocuments(editor, { items });
  const afterId = result?.versionId as string;
  const vectors = await ctx.db
    .selectFrom('passage as p')
    .leftJoin('passage_embedding as e', 'e.passage_id', 'p.id')
    .select(['p.ordinal', 'e.passage_id'])
    .where('p.version_id', '=', afterId)
    .orderBy('p.ordinal')
    .execute();
  expect(vectors.map((row) => row.passage_id !== null)).toEqual([true, false]);
  const diff = await diffVersions(ctx, { beforeId: versionId, afterId });
  expect(diff.counts).toEqual({ unchanged: 1, moved: 0, reworded: 0, removed: 0, added: 1 });
});

test('a withdrawal takes effect on its day, also after downtime, exactly once', async () => {
  const { approvalId, postId, versionId } = await answered('phòng lưu trữ');
  await withdrawVersions(approver, {
    versionIds: [versionId],
    reason: 'Cơ quan ban hành thu hồi.',
    from: '2090-03-01',
  });
  expect(await statusOf(approvalId)).toBe('in_force');
  expect(await expireVersions(onDay('2090-02-28'))).toBe(0);
  const late = onDay('2090-03-09');
  // Before the job has run, what has no source is not handed out.
  await expect(exportApproval({ ...late, actor: drafter.actor }, approvalId)).rejects.toThrow(
    /out of force/,
  );
  expect(await expireVersions(late)).toBe(1);
  expect(await expireVersions(late)).toBe(0);
  expect(await statusOf(approvalId)).toBe('needs_recheck');
  const item = await readItem(drafter, postId);
  expect(item.rechecks).toMatchObject([{ cause: 'withdrawn', successor_id: null }]);
  expect(item.rechecks[0]?.quotes.every((quote) => quote.now === null)).toBe(true);
});

test('a version that runs out takes a draft in review back from whoever reads it', async () => {
  const key = `het-han-${newId()}`;
  const { text, loans } = handbook('phòng thiếu nhi');
  const document = { key, title: 'Sổ tay thiếu nhi', text, valid_to: '2091-01-01' };
  await approveCorpus(ctx, [document]);
  const postId = await analysedPost(ctx, loans.replace('5 cuốn', '9 cuốn'));
  const contentSha256 = await submitForReview(drafter, postId);
  expect(await expireVersions(onDay('2091-01-01'))).toBe(1);
  const item = await readItem(drafter, postId);
  expect(item.post).toMatchObject({ state: 'RETURNED', round: 2 });
  expect(item.rechecks).toMatchObject([{ cause: 'expired', approval_id: null }]);
  const late = { ...onDay('2091-01-01'), actor: drafter.actor };
  await expect(submitDraft(late, { postId, contentSha256 })).rejects.toThrow(/out of force/);
});

test('the trail of all this is whole', async () => {
  expect(await verifyAudit(ctx)).toMatchObject({ ok: true });
});
