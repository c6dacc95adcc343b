import { beforeAll, describe, expect, test } from 'vitest';
import type { DbContext } from '#db/context.ts';
import type { SentenceLabel, Verdict } from '#db/schema/index.ts';
import { citedPassages } from '#evals/queries.ts';
import { preparePost, listPosts, receivePosts } from '#posts/index.ts';
import {
  decide,
  findReusable,
  goldenFaults,
  goldenFigures,
  type Lease,
  leaseNext,
  listApprovals,
  listGolden,
  listItems,
  readGoldenResult,
  readItem,
  retireGolden,
  seedGolden,
  similarDecisions,
} from '#review/index.ts';
import { withdrawVersions } from '#standing/index.ts';
import { gapReport } from '#upkeep/index.ts';
import type { Context } from '../../src/context.ts';
import { approveInReview, submitForReview } from '../support/approved.ts';
import { approveCorpus, contradictingClaim, invented } from '../support/corpus.ts';
import { analysedPost } from '../support/posts.ts';
import { actAs, createTestContext } from '../support/test-context.ts';

const ctx = await createTestContext();
const always = { leaseMs: 60_000, golden: { share: 1 } };
let drafter: Context;
let evaluator: Context;
let reviewers: Context[];
let versionId: string;
let sourceId: string;
let draftId: string;
let waitingId: string;

beforeAll(async () => {
  [versionId = ''] = await approveCorpus(ctx, [invented]);
  drafter = await actAs(ctx, 'drafter', ['drafter']);
  evaluator = await actAs(ctx, 'evaluator', ['evaluator']);
  reviewers = [await actAs(ctx, 'first', ['reviewer']), await actAs(ctx, 'second', ['reviewer'])];
  sourceId = await analysedPost(ctx, contradictingClaim);
  await submitForReview(drafter, sourceId);
  await approveInReview(reviewers, sourceId);
  draftId = (await readItem(ctx, sourceId)).draft?.id ?? '';
  // Golden items take the place of something that waits.
  waitingId = await analysedPost(ctx, `Phòng đọc mới sơn lại tường.\n${contradictingClaim}`);
  await submitForReview(drafter, waitingId);
});

function newReviewer(): Promise<Context> {
  return actAs(ctx, 'reviewer', ['reviewer']);
}

/** As if every lease had been given back. */
async function free(): Promise<void> {
  const none = { leased_by: null, leased_until: null, lease_token_sha256: null };
  await ctx.db.updateTable('review_item').set(none).execute();
}

async function answer(
  reviewer: DbContext,
  lease: Lease,
  verdict: Verdict,
  wrong: ReadonlyMap<number, SentenceLabel> = new Map(),
) {
  const { draft } = await readItem(reviewer, lease.postId);
  return decide(reviewer, {
    itemId: lease.itemId,
    leaseToken: lease.token,
    fence: lease.fence,
    contentSha256: draft?.content_sha256 ?? '',
    verdict,
    reason: 'Đã đọc từng câu.',
    labels: (draft?.sentences ?? []).map(({ ordinal }) => ({
      ordinal,
      label: wrong.get(ordinal) ?? 'supported',
    })),
  });
}

async function take(reviewer: Context, options = always): Promise<Lease> {
  const lease = await leaseNext(reviewer, options);
  if (lease === null) throw new Error('nothing was leased');
  return lease;
}

async function onlyGolden(fault: 'number_changed' | null): Promise<string> {
  const { items } = await listGolden(evaluator, { limit: 100 });
  for (const item of items) {
    if (item.retiredAt === null) await retireGolden(evaluator, { postId: item.postId });
  }
  return (await seedGolden(evaluator, { draftId, fault })).postId;
}

describe('seeding', () => {
  test('plants one fault in one sentence and tells nobody', async () => {
    const postId = await onlyGolden('number_changed');
    const source = await readItem(drafter, sourceId);
    const golden = await readItem(drafter, postId);
    const changed = (golden.draft?.sentences ?? []).filter(
      (sentence, index) => sentence.text !== source.draft?.sentences[index]?.text,
    );
    expect(changed).toHaveLength(1);
    expect(golden.post).toMatchObject({ text: source.post.text, state: 'IN_REVIEW', round: 1 });
    const { findings } = source.draft ?? {};
    expect(golden.draft).toMatchObject({ revision: 1, blocked: false, findings });
    expect(golden.draft?.content_sha256).not.toBe(source.draft?.content_sha256);
    expect(golden.claims.map(({ text, outcome }) => [text, outcome])).toEqual(
      source.claims.map(({ text, outcome }) => [text, outcome]),
    );
    expect(golden.claims[0]?.matches).toHaveLength(source.claims[0]?.matches.length ?? -1);
    expect(golden.response?.decision).toBe('respond');
    expect(golden.reuse.suggestions).toEqual([]);
  });

  test('is an evaluator’s, from an answer in force, with room for the fault', async () => {
    await expect(seedGolden(drafter, { draftId, fault: null })).rejects.toMatchObject({
      code: 'forbidden',
    });
    const { draft } = await readItem(ctx, waitingId);
    const unapproved = { draftId: draft?.id ?? '', fault: null };
    await expect(seedGolden(evaluator, unapproved)).rejects.toMatchObject({ code: 'conflict' });
    await expect(seedGolden(evaluator, { draftId, fault: 'stance_as_fact' })).rejects.toMatchObject(
      { code: 'validation', field: 'fault' },
    );
  });

  test('every fault that fits can be planted, several from one answer', async () => {
    const planted: string[] = [];
    for (const fault of goldenFaults) {
      try {
        await seedGolden(evaluator, { draftId, fault });
        planted.push(fault);
      } catch (error) {
        expect(error).toMatchObject({ field: 'fault' });
      }
    }
    expect(planted).toEqual(
      expect.arrayContaining(['number_changed', 'negation_dropped', 'quote_elsewhere']),
    );
  });
});

describe('judging', () => {
  test('takes the place of a lease, is told afterwards, and comes once', async () => {
    const postId = await onlyGolden('number_changed');
    const reviewer = await newReviewer();
    const lease = await take(reviewer);
    expect(lease.postId).toBe(postId);
    expect(await readGoldenResult(reviewer, postId)).toBeNull();
    // Asking again renews it, whatever the share.
    const again = await take(reviewer, { leaseMs: 60_000, golden: { share: 0 } });
    expect(again).toMatchObject({ postId, fence: lease.fence + 1 });
    const result = await answer(reviewer, again, 'approve');
    expect(result).toMatchObject({
      stage: 1,
      postState: 'IN_REVIEW',
      approvalId: null,
      golden: { fault: 'number_changed', rightVerdict: false, expectedVerdict: 'return' },
    });
    expect(result.golden?.differences).toHaveLength(1);
    expect(await readGoldenResult(reviewer, postId)).toEqual(result.golden);
    expect(await readGoldenResult(drafter, postId)).toBeNull();
    const event = await ctx.db
      .selectFrom('audit_event')
      .select(['actor_id', 'details'])
      .where('action', '=', 'golden.decided')
      .where('entity_id', '=', postId)
      .executeTakeFirstOrThrow();
    expect(event.actor_id).toBe(reviewer.actor.userId);
    expect((await take(reviewer)).postId).toBe(waitingId);
    const post = await ctx.db
      .selectFrom('review_decision as r')
      .innerJoin('draft as d', 'd.id', 'r.draft_id')
      .select('r.id')
      .where('d.post_id', '=', postId)
      .execute();
    expect(post).toEqual([]);
    await free();
    // The next reviewer gets it too: it stays open.
    const other = await newReviewer();
    const theirs = await take(other);
    expect(theirs.postId).toBe(postId);
    const wrong = result.golden?.differences[0]?.ordinal ?? 0;
    const right = await answer(other, theirs, 'return', new Map([[wrong, 'not_supported']]));
    expect(right.golden).toMatchObject({ rightVerdict: true, rightLabels: 1, differences: [] });
    await free();
  });

  test('goes by the share, and to nobody who knows the answer or passed on it', async () => {
    const postId = await onlyGolden(null);
    const reviewer = await newReviewer();
    const share = 0.2;
    const rarely = { leaseMs: 60_000, golden: { share, random: () => 0.2 } };
    expect((await take(reviewer, rarely)).postId).toBe(waitingId);
    await free();
    const lucky = { leaseMs: 60_000, golden: { share, random: () => 0.19 } };
    expect((await take(reviewer, lucky)).postId).toBe(postId);
    await free();
    // Both judged the answer it is made from.
    const [first] = reviewers as [Context];
    expect((await take(first)).postId).toBe(waitingId);
    await free();
    await retireGolden(evaluator, { postId });
    expect((await take(await newReviewer())).postId).toBe(waitingId);
    await free();
    await expect(retireGolden(evaluator, { postId })).rejects.toMatchObject({ code: 'not_found' });
  });

  test('figures: all for the evaluator, one’s own for others', async () => {
    const postId = await onlyGolden(null);
    const reviewer = await newReviewer();
    await answer(reviewer, await take(reviewer), 'approve');
    const { items } = await listGolden(evaluator, { limit: 1 });
    expect(items).toMatchObject([
      {
        postId,
        fault: null,
        expectedVerdict: 'approve',
        judged: 1,
        rightVerdicts: 1,
        rightLabels: 1,
      },
    ]);
    expect(await goldenFigures(reviewer)).toEqual([
      {
        reviewerId: reviewer.actor.userId,
        reviewer: reviewer.actor.name,
        judged: 1,
        rightVerdicts: 1,
        missedFaults: 0,
        rightLabels: 1,
      },
    ]);
    expect(await goldenFigures(drafter)).toEqual([]);
    expect((await goldenFigures(evaluator)).length).toBeGreaterThan(1);
    await expect(listGolden(reviewer, { limit: 1 })).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('a golden item is nowhere else', () => {
  let postId: string;
  beforeAll(async () => {
    postId = await onlyGolden('number_changed');
  });

  test('lists, queue, approvals, gaps, evaluation', async () => {
    const ids = (await listPosts(ctx, { limit: 200 })).items.map(({ id }) => id);
    expect(ids).toContain(sourceId);
    expect(ids).not.toContain(postId);
    const queue = (await listItems(evaluator, { limit: 200 })).items.map((item) => item.postId);
    expect(queue).toContain(waitingId);
    expect(queue).not.toContain(postId);
    const approvals = await listApprovals(ctx, { limit: 200 });
    expect(JSON.stringify(approvals)).not.toContain(postId);
    const cited = (await citedPassages(ctx)).map((one) => one.draftId);
    const golden = await ctx.db.selectFrom('golden_item').select('draft_id').execute();
    expect(cited).toContain(draftId);
    for (const { draft_id } of golden) expect(cited).not.toContain(draft_id);
    const report = await gapReport(ctx, { limit: 100 });
    expect(JSON.stringify(report)).not.toContain(postId);
  });

  test('a post of the same words is another post, and finds the real one', async () => {
    const triager = await actAs(ctx, 'triager', ['triager']);
    const posts = [await preparePost({ text: contradictingClaim })];
    const [received] = await receivePosts(triager, { posts, channel: 'api' });
    expect(received).toMatchObject({ postId: sourceId, duplicate: true });
  });

  test('neither suggests answers nor is found as similar', async () => {
    const { claims } = await readItem(ctx, postId);
    expect(
      await findReusable(
        ctx,
        claims.map(({ id }) => id),
      ),
    ).toEqual([]);
    expect(await similarDecisions(ctx, { postId })).toEqual([]);
    const similar = await similarDecisions(ctx, { postId: waitingId });
    expect(similar.map((one) => one.postId)).toEqual([sourceId]);
  });

  test('an ended source leaves it as it was, and it is handed out no more', async () => {
    const approver = await actAs(ctx, 'approver', ['corpus_approver']);
    await withdrawVersions(approver, { versionIds: [versionId], reason: 'Bỏ.' });
    const { post } = await readItem(ctx, postId);
    expect(post.state).toBe('IN_REVIEW');
    const { state } = (await readItem(ctx, waitingId)).post;
    expect(state).toBe('RETURNED');
    expect(await leaseNext(await newReviewer(), always)).toBeNull();
  });
});
