import { beforeAll, describe, expect, test } from 'vitest';
import { decideResponse, setOutcome } from '#drafting/index.ts';
import { mergeAccounts, setRoles } from '#identity/index.ts';
import { withTransaction } from '#db/transaction.ts';
import { newId } from '#platform/ids.ts';
import {
  agreementStatistics,
  decide,
  leaseNext,
  readWholeItem,
  readReviews,
  recordRefused,
  noteRefusals,
  revokeApproval,
  revokeForMerge,
  submitDraft,
} from '#review/index.ts';
import { ForbiddenError } from '#platform/errors.ts';
import type { Verdict } from '#db/schema/index.ts';
import type { Context } from '../../src/context.ts';
import { approveCorpus, contradictingClaim, invented } from '../support/corpus.ts';
import { putFirst } from '../support/leases.ts';
import { analysedPost } from '../support/posts.ts';
import { actAs, createTestContext } from '../support/test-context.ts';

const ctx = await createTestContext();
await approveCorpus(ctx, [invented]);
const drafter = await actAs(ctx, 'drafter', ['drafter']);
const auditor = await actAs(ctx, 'auditor', ['auditor']);
const admin = await actAs(ctx, 'admin', ['admin']);

const reviewer = (): Promise<Context> => actAs(ctx, 'reviewer', ['reviewer']);

async function inReview(): Promise<string> {
  const postId = await analysedPost(ctx, `Tin số ${newId().slice(-6)}.\n${contradictingClaim}`);
  const { draft } = await readWholeItem(drafter, postId);
  const claimId = draft?.claim_id ?? '';
  await decideResponse(drafter, { postId, decision: 'respond', reason: 'Lan rộng.' });
  await setOutcome(drafter, { claimId, outcome: 'CONTRADICTED', reason: 'Số khác.' });
  await submitDraft(drafter, { postId, contentSha256: draft?.content_sha256 ?? '' });
  return postId;
}

async function vote(who: Context, postId: string, verdict: Verdict) {
  await putFirst(ctx, postId);
  const lease = await leaseNext(who, { leaseMs: 60_000 });
  if (lease?.postId !== postId) throw new Error('another item came up');
  const { draft } = await readWholeItem(who, postId);
  return decide(who, {
    itemId: lease.itemId,
    leaseToken: lease.token,
    fence: lease.fence,
    contentSha256: draft?.content_sha256 ?? '',
    verdict,
    reason: `Bí mật: ${verdict}.`,
    labels: (draft?.sentences ?? []).map(({ ordinal }) => ({
      ordinal,
      label: ordinal === 1 && verdict !== 'approve' ? 'not_supported' : 'supported',
    })),
  });
}

function eventsAbout(action: string, entityId?: string) {
  let query = ctx.db
    .selectFrom('audit_event')
    .selectAll()
    .where('action', '=', action)
    .orderBy('seq');
  if (entityId !== undefined) query = query.where('entity_id', '=', entityId);
  return query.execute();
}

describe('the second reading is blind', () => {
  let postId = '';
  let first: Context;
  let second: Context;
  let before: unknown;

  /** All of an item but what its readers are told of the leases that came and went. */
  const shown = async (who: Context) => {
    const { post, ...rest } = await readWholeItem(who, postId);
    return { ...rest, state: post.state, round: post.round };
  };

  beforeAll(async () => {
    [first, second] = [await reviewer(), await reviewer()];
    postId = await inReview();
    before = await shown(second);
    await vote(first, postId, 'decline');
  });

  test('for who may still decide nothing has changed, and so for drafters and auditors', async () => {
    expect(await shown(second)).toEqual(before);
    for (const who of [second, drafter, auditor, admin]) {
      const item = await readWholeItem(who, postId);
      expect(item.decisions).toBeNull();
      expect(item.reviews).toMatchObject([{ decisions: null, comparison: null, outcome: null }]);
      expect(JSON.stringify(item)).not.toContain('Bí mật');
    }
  });

  test('who decided sees their own', async () => {
    expect((await readWholeItem(first, postId)).decisions).toMatchObject([{ verdict: 'decline' }]);
    expect(await readReviews(first, postId)).toMatchObject([
      { decisions: [{ verdict: 'decline' }], comparison: null, outcome: null },
    ]);
  });

  test('the audit trail has the hash of the first decision and not its verdict', async () => {
    const { draft } = await readWholeItem(first, postId);
    const [event] = await eventsAbout('review.decided', draft?.id);
    expect(event?.after_sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(Object.keys(event?.details ?? {}).toSorted()).toEqual([
      'fence',
      'item',
      'round',
      'stage',
    ]);
  });

  test('after the second everybody sees both, sentence by sentence, and the trail says what they were', async () => {
    expect(await vote(second, postId, 'approve')).toMatchObject({
      stage: 2,
      postState: 'RETURNED',
      verdicts: { first: 'decline', second: 'approve' },
    });
    for (const who of [first, second, drafter, auditor]) {
      const [round] = await readReviews(who, postId);
      expect(round).toMatchObject({ outcome: 'RETURNED', decisions: [{ stage: 1 }, { stage: 2 }] });
      const differing = round?.comparison?.sentences.filter(({ differs }) => differs);
      expect(differing).toEqual([
        { ordinal: 1, first: 'not_supported', second: 'supported', differs: true },
      ]);
    }
    const { draft, post } = await readWholeItem(drafter, postId);
    expect(post.round).toBe(2);
    const events = await eventsAbout('review.decided', draft?.id);
    expect(events[1]?.details).toMatchObject({
      first: 'decline',
      second: 'approve',
      state: 'RETURNED',
    });
  });
});

test('both always read: a first verdict to return waits for the second', async () => {
  const postId = await inReview();
  expect(await vote(await reviewer(), postId, 'return')).toEqual({
    stage: 1,
    postState: 'IN_REVIEW',
    approvalId: null,
    verdicts: null,
    obstacle: null,
    golden: null,
  });
  expect(await vote(await reviewer(), postId, 'return')).toMatchObject({ postState: 'RETURNED' });
});

test('two approvals of which one no longer counts return the draft and say why', async () => {
  const [first, second] = [await reviewer(), await reviewer()];
  const postId = await inReview();
  await vote(first, postId, 'approve');
  await setRoles(admin, { userId: first.actor.userId ?? '', roles: ['triager'] });
  expect(await vote(second, postId, 'approve')).toMatchObject({
    postState: 'RETURNED',
    approvalId: null,
    obstacle: 'first_not_reviewer',
  });
  const item = await readWholeItem(drafter, postId);
  expect(item.post.state).toBe('RETURNED');
  expect(item.reviews[0]).toMatchObject({ outcome: 'RETURNED', obstacle: 'first_not_reviewer' });
});

describe('revocation', () => {
  test('one person takes an approval out of force for good; the post goes back', async () => {
    const [first, second] = [await reviewer(), await reviewer()];
    const postId = await inReview();
    await vote(first, postId, 'approve');
    const { approvalId } = await vote(second, postId, 'approve');
    const input = { approvalId: approvalId ?? '', reason: 'Nguồn sai.' };
    await revokeApproval(admin, input);
    const item = await readWholeItem(drafter, postId);
    expect(item.post).toMatchObject({ state: 'RETURNED', round: 2 });
    expect(item.approval?.status).toBe('revoked');
    expect(await eventsAbout('approval.revoked', input.approvalId)).toMatchObject([
      { actor_id: admin.actor.userId },
    ]);
    await expect(revokeApproval(admin, input)).rejects.toMatchObject({ code: 'conflict' });
    await expect(
      revokeApproval(admin, { approvalId: newId(), reason: 'Không có.' }),
    ).rejects.toMatchObject({ code: 'not_found' });
    await expect(revokeApproval(admin, { ...input, reason: ' ' })).rejects.toMatchObject({
      code: 'validation',
    });
  });

  test('accounts found to be one person: approvals by them alone, and reviews with a part, end', async () => {
    const [first, second, third] = [await reviewer(), await reviewer(), await reviewer()];
    const approved = await inReview();
    await vote(first, approved, 'approve');
    const { approvalId } = await vote(second, approved, 'approve');
    const kept = await inReview();
    await vote(third, kept, 'approve');
    const other = await vote(second, kept, 'approve');
    const ended = await withTransaction(admin, async (admin) => {
      const { userIds } = await mergeAccounts(admin, {
        from: first.actor.userId ?? '',
        into: second.actor.userId ?? '',
        reason: 'Cùng một người.',
      });
      return revokeForMerge(admin, { userIds });
    });
    expect(ended.approvalIds).toEqual([approvalId]);
    expect((await readWholeItem(drafter, approved)).post.state).toBe('RETURNED');
    expect((await readWholeItem(drafter, kept)).approval).toMatchObject({
      id: other.approvalId,
      status: 'in_force',
    });
    const reviewed = await inReview();
    await vote(third, reviewed, 'approve');
    const voided = await withTransaction(admin, async (admin) => {
      const { userIds } = await mergeAccounts(admin, {
        from: third.actor.userId ?? '',
        into: drafter.actor.userId ?? '',
        reason: 'Cùng một người.',
      });
      return revokeForMerge(admin, { userIds });
    });
    expect(voided.returnedPostIds).toContain(reviewed);
    expect(voided.approvalIds).toEqual([other.approvalId]);
  });
});

describe('attempts that were refused', () => {
  test('are recorded once a minute for a person, reason and item; the rest is counted', async () => {
    const postId = await inReview();
    const { post } = await readWholeItem(drafter, postId);
    const itemId = post.item_id ?? '';
    const who = await reviewer();
    const at = (ms: number): Context => ({ ...who, clock: () => new Date(Date.now() + ms) });
    const attempt = (who: Context, fence = 1) =>
      decide(who, {
        itemId,
        leaseToken: 'forged',
        fence,
        contentSha256: '0'.repeat(64),
        verdict: 'approve',
        reason: 'Thử.',
        labels: [],
      });
    for (let number = 0; number < 5; number += 1) {
      await expect(attempt(who)).rejects.toMatchObject({ field: 'lease_token' });
    }
    expect(await eventsAbout('review.refused', itemId)).toMatchObject([
      { actor_id: who.actor.userId, details: { reason: 'lease_not_held', fence: 1 } },
    ]);
    await expect(attempt(at(61_000), 2)).rejects.toMatchObject({ field: 'lease_token' });
    expect((await eventsAbout('review.refused', itemId))[1]?.details).toEqual({
      reason: 'lease_not_held',
      fence: 2,
      not_recorded_before: 4,
    });
    // Of items that there are not there is only one, whatever they are called.
    const error = new ForbiddenError('somebody may not do this (review.decide)');
    await recordRefused(who, { itemId: newId() }, error);
    await recordRefused(who, { itemId: newId() }, error);
    const unknown = await eventsAbout('review.refused', 'none');
    expect(unknown.filter(({ actor_id }) => actor_id === who.actor.userId)).toHaveLength(1);
  });

  test('what a trigger refused is told although its transaction is gone', async () => {
    await noteRefusals(ctx);
    const known = (await eventsAbout('database.write_refused')).length;
    await expect(ctx.db.deleteFrom('review_decision').execute()).rejects.toThrow('immutable');
    expect(await noteRefusals(ctx)).toBe(1);
    expect(await noteRefusals(ctx)).toBe(0);
    const events = (await eventsAbout('database.write_refused')).slice(known);
    expect(events).toMatchObject([{ entity_id: 'refused_immutable', actor_name: 'system' }]);
    const told = events.map(({ details }) => Number(details['to']) - Number(details['from']));
    expect(told).toEqual([1]);
  });
});

test('agreement over time counts pairs of verdicts and of labels', async () => {
  const months = await agreementStatistics(ctx, { by: 'month' });
  const pairs = months.reduce((sum, { verdicts }) => sum + verdicts.pairs, 0);
  const { count } = await ctx.db
    .selectFrom('review_decision')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('stage', '=', 2)
    .executeTakeFirstOrThrow();
  expect(pairs).toBe(count);
  expect(months[0]).toMatchObject({
    verdicts: { few: true },
    startsOn: expect.stringMatching(/-01$/),
  });
  expect(months[0]?.labels.pairs).toBeGreaterThan(months[0]?.verdicts.pairs ?? Infinity);
  expect(months[0]?.verdicts.percent).toBeLessThan(100);
});
