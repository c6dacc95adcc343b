import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { disableUser, mergeAccounts } from '#identity/index.ts';
import {
  decide,
  declineItem,
  expireLeases,
  handOver,
  type Lease,
  leaseNext,
  listColleagues,
  readWholeItem,
  releaseLease,
  renewLease,
  skipItem,
  takeItem,
} from '#review/index.ts';
import { fromDatabaseNow } from '#db/database-clock.ts';
import { newId } from '#platform/ids.ts';
import type { Context } from '../../src/context.ts';
import { submitForReview } from '../support/approved.ts';
import { approveCorpus, contradictingClaim, invented } from '../support/corpus.ts';
import { ageLease, putFirst } from '../support/leases.ts';
import { analysedPost } from '../support/posts.ts';
import { actAs, createTestContext, hasManyConnections } from '../support/test-context.ts';

const ctx = await createTestContext();
await approveCorpus(ctx, [invented]);
const drafter = await actAs(ctx, 'drafter', ['drafter']);
const leaseMs = 60_000;
const refused = { code: 'conflict', field: 'lease_token' };
const reason = 'Tôi nói rõ lý do.';

/** A post of its own in review, before all others of the queue. */
async function inReview(): Promise<string> {
  const postId = await analysedPost(ctx, `Tin số ${newId().slice(-6)}.\n${contradictingClaim}`);
  await submitForReview(drafter, postId);
  await putFirst(ctx, postId);
  return postId;
}

const reviewer = (name = 'reviewer'): Promise<Context> => actAs(ctx, name, ['reviewer']);

function merge(from: Context, into: Context) {
  const ids = { from: from.actor.userId ?? '', into: into.actor.userId ?? '' };
  return mergeAccounts(ctx, { ...ids, reason });
}

async function take(who: Context, postId: string): Promise<Lease> {
  const lease = await leaseNext(who, { leaseMs });
  if (lease?.postId !== postId) throw new Error('another item came up');
  return lease;
}

async function judge(who: Context, lease: Lease, verdict: 'approve' | 'return' = 'return') {
  const { draft } = await readWholeItem(who, lease.postId);
  return decide(who, {
    itemId: lease.itemId,
    leaseToken: lease.token,
    fence: lease.fence,
    contentSha256: draft?.content_sha256 ?? '',
    verdict,
    reason,
    labels: (draft?.sentences ?? []).map(({ ordinal }) => ({ ordinal, label: 'supported' })),
  });
}

/** What the trail says of an item, oldest first. */
async function trail(lease: Lease) {
  return ctx.db
    .selectFrom('audit_event')
    .select(['action', 'actor_id', 'details'])
    .where('entity_type', '=', 'review_item')
    .where('entity_id', '=', lease.itemId)
    .where('action', 'like', 'review_item.%')
    .orderBy('seq')
    .execute();
}

describe('a lease', () => {
  test('is kept by who asks again, under a new token: what the other tab holds is void', async () => {
    const postId = await inReview();
    const who = await reviewer();
    const first = await take(who, postId);
    const again = await take(who, postId);
    expect(again.fence).toBe(first.fence + 1);
    expect(again.token).not.toBe(first.token);
    await expect(releaseLease(who, first)).rejects.toMatchObject(refused);
    await expect(renewLease(who, { ...first, leaseMs })).rejects.toMatchObject(refused);
    await expect(skipItem(who, { ...first, reason })).rejects.toMatchObject(refused);
    await releaseLease(who, again);
    const actions = (await trail(first)).map(({ action }) => action).slice(-3);
    expect(actions).toEqual(['review_item.leased', 'review_item.leased', 'review_item.released']);
  });

  test('is its holder’s alone: another person, a forged token and a wrong fence change nothing', async () => {
    const postId = await inReview();
    const who = await reviewer();
    const other = await reviewer('other');
    const lease = await take(who, postId);
    for (const [actor, proof] of [
      [other, lease],
      [who, { ...lease, token: 'forged' }],
      [who, { ...lease, fence: lease.fence + 1 }],
      [who, { ...lease, fence: lease.fence - 1 }],
    ] as const) {
      await expect(releaseLease(actor, proof)).rejects.toMatchObject(refused);
      await expect(renewLease(actor, { ...proof, leaseMs })).rejects.toMatchObject(refused);
      await expect(declineItem(actor, { ...proof, reason })).rejects.toMatchObject(refused);
      await expect(judge(actor, { ...lease, ...proof })).rejects.toMatchObject(refused);
    }
    expect((await readWholeItem(who, postId)).turn?.holder?.id).toBe(who.actor.userId);
    await expect(judge(who, lease)).resolves.toMatchObject({ stage: 1 });
  });

  test('that ran out is refused, whoever’s clock says otherwise, and the next holder’s trail names it', async () => {
    const postId = await inReview();
    const [first, second] = [await reviewer(), await reviewer('second')];
    const stale = await take(first, postId);
    await ageLease(ctx, postId);
    const slow: Context = { ...first, clock: () => new Date(Date.now() - 10 * leaseMs) };
    await expect(judge(slow, stale)).rejects.toMatchObject(refused);
    await expect(renewLease(slow, { ...stale, leaseMs })).rejects.toMatchObject(refused);
    await expect(releaseLease(slow, stale)).rejects.toMatchObject(refused);
    const taken = await take(second, postId);
    expect(taken.fence).toBe(stale.fence + 1);
    await expect(judge(first, stale)).rejects.toMatchObject(refused);
    expect((await trail(taken)).slice(-2)).toMatchObject([
      {
        action: 'review_item.lease_expired',
        actor_id: second.actor.userId,
        details: { holder: first.actor.userId, fence: stale.fence },
      },
      { action: 'review_item.leased', details: { fence: taken.fence } },
    ]);
  });

  test('runs on with heartbeats, for 8 hours in all', async () => {
    const postId = await inReview();
    const who = await reviewer();
    const lease = await take(who, postId);
    const before = (await trail(lease)).length;
    const { until } = await renewLease(who, { ...lease, leaseMs: 10 * leaseMs });
    expect(until.getTime()).toBeGreaterThan(lease.until.getTime() + 8 * leaseMs);
    expect(await trail(lease)).toHaveLength(before);
    const since = new Date(Date.now() - 8 * 3_600_000 + 5000);
    await ctx.db
      .updateTable('review_item')
      .set({ leased_since: since })
      .where('id', '=', lease.itemId)
      .execute();
    const last = await renewLease(who, { ...lease, leaseMs });
    expect(last.until.getTime()).toBe(since.getTime() + 8 * 3_600_000);
    await releaseLease(who, lease);
  });

  test('that nobody takes over is ended by the job, and the queue says so', async () => {
    const postId = await inReview();
    const who = await reviewer();
    const lease = await take(who, postId);
    expect(await expireLeases(ctx)).toBe(0);
    await ageLease(ctx, postId);
    expect(await expireLeases(ctx)).toBe(1);
    expect(await expireLeases(ctx)).toBe(0);
    const { turn } = await readWholeItem(who, postId);
    expect(turn).toMatchObject({ holder: null, ranOutAt: expect.any(Date) });
    expect((await trail(lease)).at(-1)).toMatchObject({
      action: 'review_item.lease_expired',
      actor_id: null,
      details: { holder: who.actor.userId, fence: lease.fence },
    });
    const taken = await take(who, postId);
    expect((await readWholeItem(who, postId)).turn?.ranOutAt).toBeNull();
    expect((await trail(lease)).filter(({ action }) => action.endsWith('expired'))).toHaveLength(1);
    await releaseLease(who, taken);
  });

  test('renewed at the moment the job runs is either renewed or ended, never both', async () => {
    const people: Context[] = [];
    const leases: Lease[] = [];
    for (let index = 0; index < 3; index += 1) {
      const who = await reviewer();
      people.push(who);
      leases.push(await take(who, await inReview()));
    }
    await expireLeases(ctx);
    const itemIds = leases.map(({ itemId }) => itemId);
    for (let round = 0; round < 3; round += 1) {
      await ctx.db
        .updateTable('review_item')
        .set({ leased_until: fromDatabaseNow(10) })
        .where('id', 'in', itemIds)
        .execute();
      await sleep(8);
      const [ended, ...renewed] = await Promise.all([
        expireLeases(ctx),
        ...leases.map((lease, index) =>
          renewLease(people[index] as Context, { ...lease, leaseMs }).then(
            () => true,
            () => false,
          ),
        ),
      ]);
      const late = await expireLeases(ctx);
      expect(ended + late).toBe(renewed.filter((one) => !one).length);
      for (const [index, { itemId }] of leases.entries()) {
        const who = people[index] as Context;
        const { leased_by: holder } = await ctx.db
          .selectFrom('review_item')
          .select('leased_by')
          .where('id', '=', itemId)
          .executeTakeFirstOrThrow();
        expect(holder).toBe(renewed[index] === true ? who.actor.userId : null);
        leases[index] = await takeItem(who, { itemId, leaseMs });
      }
    }
    for (const [index, lease] of leases.entries()) {
      await releaseLease(people[index] as Context, lease);
    }
  });
});

describe('two who ask at once', () => {
  test('get two items, and twenty get twenty', async () => {
    await expireLeases(ctx);
    for (let index = 0; index < 4; index += 1) await inReview();
    const open = await ctx.db
      .selectFrom('review_item')
      .select('id')
      .where('open', '=', true)
      .where('leased_by', 'is', null)
      .execute();
    const everybody = await Promise.all(Array.from({ length: 20 }, () => reviewer()));
    const leases = await Promise.all(everybody.map((who) => leaseNext(who, { leaseMs })));
    const got = leases.flatMap((lease) => (lease === null ? [] : [lease.itemId]));
    expect(new Set(got).size).toBe(got.length);
    expect(got.length).toBe(Math.min(20, open.length));
    const holders = await ctx.db
      .selectFrom('review_item')
      .select(({ fn }) => [
        fn.countAll<string>().as('items'),
        fn.count<string>('leased_by').distinct().as('people'),
      ])
      .where(
        'leased_by',
        'in',
        everybody.map((who) => who.actor.userId ?? ''),
      )
      .executeTakeFirstOrThrow();
    expect(Number(holders.items)).toBe(got.length);
    expect(Number(holders.people)).toBe(got.length);
  });

  test.runIf(hasManyConnections)('are one person in two tabs: they get one item', async () => {
    for (let index = 0; index < 2; index += 1) await inReview();
    const who = await reviewer();
    const leases = await Promise.all(Array.from({ length: 6 }, () => leaseNext(who, { leaseMs })));
    expect(new Set(leases.map((lease) => lease?.itemId)).size).toBe(1);
    expect(new Set(leases.map((lease) => lease?.fence)).size).toBe(6);
  });
});

describe('passing an item on', () => {
  test('skipped: not offered again in this round, taken by name after all, and again in the next', async () => {
    const postId = await inReview();
    const [who, second] = [await reviewer(), await reviewer('second')];
    const lease = await take(who, postId);
    await skipItem(who, { ...lease, reason });
    expect((await leaseNext(who, { leaseMs }))?.postId).not.toBe(postId);
    expect((await trail(lease)).at(-1)).toMatchObject({
      action: 'review_item.skipped',
      details: { round: 1, fence: lease.fence },
    });
    await judge(second, await take(second, postId));
    const own = await ctx.db
      .selectFrom('review_item')
      .select(['id', 'leased_by'])
      .where('leased_by', '=', who.actor.userId)
      .execute();
    for (const { id } of own) {
      await ctx.db
        .updateTable('review_item')
        .set({ lease_token_sha256: null, leased_by: null, leased_until: null })
        .where('id', '=', id)
        .execute();
    }
    const named = await takeItem(who, { itemId: lease.itemId, leaseMs });
    await releaseLease(who, named);
    await ctx.db
      .updateTable('review_item')
      .set((eb) => ({ round: eb('round', '+', 1) }))
      .where('id', '=', lease.itemId)
      .execute();
    expect((await leaseNext(who, { leaseMs }))?.postId).toBe(postId);
  });

  test('declined: not by name either, and colleagues cannot hand it back', async () => {
    const postId = await inReview();
    const [who, second] = [await reviewer(), await reviewer('second')];
    const lease = await take(who, postId);
    await expect(declineItem(who, { ...lease, reason: ' ' })).rejects.toMatchObject({
      code: 'validation',
      field: 'reason',
    });
    await declineItem(who, { ...lease, reason });
    await expect(takeItem(who, { itemId: lease.itemId, leaseMs })).rejects.toMatchObject({
      code: 'conflict',
      field: 'item',
    });
    expect((await readWholeItem(who, postId)).turn?.declined).toBe(true);
    const taken = await take(second, postId);
    await expect(
      handOver(second, { ...taken, reason, to: who.actor.userId ?? '' }),
    ).rejects.toMatchObject({ code: 'conflict', field: 'to' });
    await releaseLease(second, taken);
  });

  test('handed over: theirs alone for 4 hours, then everybody’s', async () => {
    const postId = await inReview();
    const [who, colleague, other] = [
      await reviewer(),
      await reviewer('colleague'),
      await reviewer('other'),
    ];
    const lease = await take(who, postId);
    await handOver(who, { ...lease, reason, to: colleague.actor.userId ?? '' });
    expect((await leaseNext(other, { leaseMs }))?.postId).not.toBe(postId);
    await expect(takeItem(other, { itemId: lease.itemId, leaseMs })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect((await readWholeItem(other, postId)).turn?.keptFor?.id).toBe(colleague.actor.userId);
    const another = await inReview();
    // Before what stands higher in the queue.
    const theirs = await take(colleague, postId);
    await releaseLease(colleague, theirs);
    const free = await reviewer('free');
    expect((await leaseNext(free, { leaseMs }))?.postId).toBe(another);
    expect((await trail(lease)).find(({ action }) => action.endsWith('handed_over'))).toMatchObject(
      {
        details: { to: colleague.actor.userId },
      },
    );
  });

  test('a reservation nobody used lapses by the database’s clock', async () => {
    const postId = await inReview();
    const [who, colleague, other] = [
      await reviewer(),
      await reviewer('colleague'),
      await reviewer('other'),
    ];
    const lease = await take(who, postId);
    await handOver(who, { ...lease, reason, to: colleague.actor.userId ?? '' });
    await ctx.db
      .updateTable('review_item')
      .set({ reserved_until: new Date(Date.now() - 1000) })
      .where('id', '=', lease.itemId)
      .execute();
    const taken = await take(other, postId);
    expect((await readWholeItem(other, postId)).turn?.keptFor).toBeNull();
    await releaseLease(other, taken);
  });

  test('only to who may judge it: reviewers without a part, a decision or the same person', async () => {
    const postId = await inReview();
    const [who, decided, free] = [
      await reviewer('who'),
      await reviewer('decided'),
      await reviewer('free'),
    ];
    const triager = await actAs(ctx, 'triager', ['triager']);
    const gone = await reviewer('gone');
    await disableUser(ctx, { userId: gone.actor.userId ?? '', reason });
    const twin = await reviewer('twin');
    await merge(twin, who);
    const part = await reviewer('part');
    await ctx.db
      .insertInto('contribution')
      .values({
        post_id: postId,
        user_id: part.actor.userId ?? '',
        kind: 'draft',
        contributed_at: new Date(),
      })
      .execute();
    await judge(decided, await take(decided, postId), 'approve');
    const lease = await take(who, postId);
    const ids = (await listColleagues(who, { itemId: lease.itemId })).map(({ id }) => id);
    expect(ids).toContain(free.actor.userId);
    for (const one of [who, decided, triager, gone, twin, part]) {
      expect(ids).not.toContain(one.actor.userId);
      await expect(
        handOver(who, { ...lease, reason, to: one.actor.userId ?? '' }),
      ).rejects.toMatchObject({ code: 'conflict', field: 'to' });
    }
    await handOver(who, { ...lease, reason, to: free.actor.userId ?? '' });
    const kept = (await readWholeItem(who, postId)).turn?.keptFor;
    expect(kept?.id).toBe(free.actor.userId);
  });
});

describe('nobody is offered', () => {
  test('what they had a part in or decided on under another account', async () => {
    const postId = await inReview();
    const [old, now, third] = [await reviewer('old'), await reviewer('now'), await reviewer()];
    await judge(old, await take(old, postId), 'approve');
    await merge(old, now);
    expect((await leaseNext(now, { leaseMs }))?.postId).not.toBe(postId);
    const lease = await take(third, postId);
    await releaseLease(third, lease);
  });

  test('a second item while they hold one', async () => {
    const [postId, other] = [await inReview(), await inReview()];
    const who = await reviewer();
    const held = await take(who, other);
    const { post } = await readWholeItem(who, postId);
    const itemId = post.item_id ?? '';
    await expect(takeItem(who, { itemId, leaseMs })).rejects.toMatchObject({ field: 'item' });
    await releaseLease(who, held);
    const lease = await takeItem(who, { itemId, leaseMs });
    expect(lease.postId).toBe(postId);
    await releaseLease(who, lease);
  });

  test('what is not in review', async () => {
    const postId = await analysedPost(ctx, `Tin số ${newId().slice(-6)}.\n${contradictingClaim}`);
    const who = await reviewer();
    const { post, turn } = await readWholeItem(who, postId);
    expect(turn).toBeNull();
    await expect(takeItem(who, { itemId: post.item_id ?? '', leaseMs })).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});
