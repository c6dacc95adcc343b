import { beforeEach, expect, test } from 'vitest';
import {
  leaseNext,
  listItems,
  listTopicWeights,
  type QueueFilter,
  releaseLease,
  setTopicWeight,
  saveFilter,
  listFilters,
  deleteFilter,
} from '#review/index.ts';
import { newId } from '#platform/ids.ts';
import { preparePost, receivePosts } from '#posts/index.ts';
import { submitForReview } from '../support/approved.ts';
import { approveCorpus, contradictingClaim, invented } from '../support/corpus.ts';
import { ageLease } from '../support/leases.ts';
import { analysedPost } from '../support/posts.ts';
import { actAs, createTestContext } from '../support/test-context.ts';

const ctx = await createTestContext();
const topic = 'thư viện giả định';
await approveCorpus(ctx, [{ ...invented, topics: [topic] }]);
await approveCorpus(ctx, [
  {
    ...invented,
    key: 'quan-gia-dinh',
    topics: ['quán cà phê giả định'],
    text: 'Quán cà phê giả định bán tối đa 40 ly nước cam vào mỗi buổi sáng thứ bảy. Quán cà phê giả định đóng cửa lúc 22 giờ.',
  },
]);
const cafeClaim = 'Quán cà phê giả định bán tối đa 90 ly nước cam vào mỗi buổi sáng thứ bảy.';
const drafter = await actAs(ctx, 'drafter', ['drafter']);
const admin = await actAs(ctx, 'admin', ['admin']);
const leaseMs = 60_000;
const hour = 3_600_000;
let received = new Date('2026-11-20T08:00:00Z');

/** A post in review that was received an hour after the one before. */
async function inReview(claim = contradictingClaim): Promise<{ postId: string; text: string }> {
  received = new Date(received.getTime() + hour);
  const text = `Tin số ${newId().slice(-6)}.\n${claim}`;
  const postId = await analysedPost({ ...ctx, clock: () => received }, text);
  await submitForReview(drafter, postId);
  return { postId, text };
}

async function submitAgain(text: string, at: string, who = 'another'): Promise<void> {
  const triager = await actAs({ ...ctx, clock: () => new Date(at) }, who, ['triager']);
  await receivePosts(triager, { posts: [await preparePost({ text })], channel: 'api' });
}

async function priorityOf(postId: string): Promise<number> {
  const item = await ctx.db
    .selectFrom('review_item')
    .select('priority')
    .where('post_id', '=', postId)
    .executeTakeFirstOrThrow();
  return item.priority;
}

const postsOf = async (filter: QueueFilter, who = drafter): Promise<string[]> =>
  (await listItems(who, { ...filter, limit: 200 })).items.map(({ postId }) => postId);

/** Every test has the queue to itself. */
beforeEach(async () => {
  await ctx.db
    .updateTable('post')
    .set({ state: 'RETURNED' })
    .where('state', '=', 'IN_REVIEW')
    .execute();
  await ctx.db.updateTable('topic_weight').set({ weight: 0 }).execute();
});

test('newer comes first, one point for 12 hours; equal ones by age of the item', async () => {
  const [old, young] = [await inReview(), await inReview()];
  expect((await priorityOf(young.postId)) - (await priorityOf(old.postId))).toBeCloseTo(1 / 12, 9);
  expect(await postsOf({ order: 'priority' })).toEqual([young.postId, old.postId]);
  await ctx.db
    .updateTable('review_item')
    .set({ priority: 5 })
    .where('post_id', 'in', [old.postId, young.postId])
    .execute();
  expect(await postsOf({ order: 'priority' })).toEqual([old.postId, young.postId]);
  const who = await actAs(ctx, 'reviewer', ['reviewer']);
  expect((await leaseNext(who, { leaseMs }))?.postId).toBe(old.postId);
});

test('another sender, channel or day raises it at once; the same one on one day does not', async () => {
  const { postId, text } = await inReview();
  const before = await priorityOf(postId);
  await submitAgain(text, '2026-11-21T01:00:00Z');
  const two = await priorityOf(postId);
  expect(two - before).toBeCloseTo(Math.log2(3 / 2), 9);
  const [last] = await ctx.db
    .selectFrom('submission')
    .select(['submitted_by'])
    .where('post_id', '=', postId)
    .orderBy('id', 'desc')
    .execute();
  const sender = { ...ctx.actor, userId: last?.submitted_by ?? null, name: 'again' };
  const again = async (at: string) => {
    const again = { ...ctx, actor: sender, clock: () => new Date(at) };
    await receivePosts(again, { posts: [await preparePost({ text })], channel: 'api' });
  };
  // 2026-11-21 in Vietnam still.
  await again('2026-11-21T16:59:00Z');
  expect(await priorityOf(postId)).toBeCloseTo(two, 9);
  await again('2026-11-21T17:01:00Z');
  expect(await priorityOf(postId)).toBeCloseTo(before + 1, 9);
});

test('a topic’s weight puts what cites it into its new order, and out of it again', async () => {
  const cafe = await inReview(cafeClaim);
  const library = await inReview();
  expect(await postsOf({ order: 'priority' })).toEqual([library.postId, cafe.postId]);
  const plain = await priorityOf(cafe.postId);
  const result = await setTopicWeight(admin, { topic: ' quán cà phê giả định ', weight: 2.5 });
  expect(result.reordered).toBe(1);
  expect(await priorityOf(cafe.postId)).toBeCloseTo(plain + 2.5, 6);
  expect(await postsOf({ order: 'priority' })).toEqual([cafe.postId, library.postId]);
  await inReview(cafeClaim);
  const trail = await ctx.db
    .selectFrom('audit_event')
    .select(['actor_id', 'entity_id', 'details'])
    .where('action', '=', 'topic.weighed')
    .execute();
  expect(trail).toMatchObject([
    {
      actor_id: admin.actor.userId,
      entity_id: 'quán cà phê giả định',
      details: { weight: 2.5, before: 0, reordered: 1 },
    },
  ]);
  expect(await listTopicWeights(ctx)).toMatchObject([
    { topic: 'quán cà phê giả định', weight: 2.5, setBy: admin.actor.name },
  ]);
  await setTopicWeight(admin, { topic: 'quán cà phê giả định', weight: 0 });
  expect(await priorityOf(cafe.postId)).toBeCloseTo(plain, 6);
});

test.each([
  [{ topic: ' ', weight: 1 }, 'topic'],
  [{ topic: 'x'.repeat(101), weight: 1 }, 'topic'],
  [{ topic, weight: -1 }, 'weight'],
  [{ topic, weight: 5.1 }, 'weight'],
  [{ topic, weight: Number.NaN }, 'weight'],
])('a weight that is none is refused: %o', async (input, field) => {
  await expect(setTopicWeight(admin, input)).rejects.toMatchObject({ code: 'validation', field });
});

test('pages in both orders follow one another without a gap or a repeat', async () => {
  const posts = [];
  for (let index = 0; index < 5; index += 1) posts.push((await inReview()).postId);
  await ctx.db
    .updateTable('review_item')
    .set({ priority: 41_000.1 })
    .where('post_id', 'in', posts.slice(1, 4))
    .execute();
  for (const order of ['priority', 'newest'] as const) {
    const whole = await postsOf({ state: 'IN_REVIEW', order });
    expect(whole.toSorted()).toEqual(posts.toSorted());
    const paged: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await listItems(drafter, { state: 'IN_REVIEW', order, cursor, limit: 2 });
      paged.push(...page.items.map(({ postId }) => postId));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(paged).toEqual(whole);
  }
  const { nextCursor } = await listItems(drafter, { order: 'newest', limit: 1 });
  await expect(
    listItems(drafter, { order: 'priority', cursor: nextCursor, limit: 1 }),
  ).rejects.toMatchObject({ code: 'validation', field: 'cursor' });
});

test('filters leave out what they name and nothing else', async () => {
  const cafe = await inReview(cafeClaim);
  const library = await inReview();
  await submitAgain(library.text, '2026-11-21T01:00:00Z');
  const both = [library.postId, cafe.postId];
  const state = 'IN_REVIEW' as const;
  expect(await postsOf({ state })).toEqual(both);
  expect(await postsOf({ state, text: 'LY NƯỚC cam' })).toEqual([cafe.postId]);
  expect(await postsOf({ state, text: '%' })).toEqual([]);
  expect(await postsOf({ state, topic })).toEqual([library.postId]);
  expect(await postsOf({ state, minSubmissions: 2 })).toEqual([library.postId]);
  expect(await postsOf({ state, language: 'vi' })).toEqual(both);
  expect(await postsOf({ state, language: 'en' })).toEqual([]);
  expect(await postsOf({ state, again: true })).toEqual([]);
  await ctx.db
    .updateTable('review_item')
    .set({ round: 2 })
    .where('post_id', '=', cafe.postId)
    .execute();
  expect(await postsOf({ state, again: true })).toEqual([cafe.postId]);
});

test('who holds what is told by the database’s clock', async () => {
  const [old, young] = [await inReview(), await inReview()];
  const who = await actAs(ctx, 'reviewer', ['reviewer']);
  const other = await actAs(ctx, 'other', ['reviewer']);
  const lease = await leaseNext(who, { leaseMs });
  expect(lease?.postId).toBe(young.postId);
  expect(await postsOf({ holding: 'mine' }, who)).toEqual([young.postId]);
  expect(await postsOf({ holding: 'mine' }, other)).toEqual([]);
  expect(await postsOf({ holding: 'held' }, other)).toEqual([young.postId]);
  expect(await postsOf({ holding: 'waiting' }, other)).toEqual([old.postId]);
  await ageLease(ctx, young.postId);
  expect(await postsOf({ holding: 'held' }, other)).toEqual([]);
  const [entry] = (await listItems(other, { holding: 'waiting', limit: 1 })).items;
  expect(entry).toMatchObject({
    postId: young.postId,
    leasedBy: null,
    leasedUntil: null,
    ranOutAt: expect.any(Date),
  });
  await ctx.db
    .updateTable('review_item')
    .set({ reserved_for: other.actor.userId, reserved_until: new Date(Date.now() + hour) })
    .where('post_id', '=', old.postId)
    .execute();
  expect(await postsOf({ holding: 'for_me' }, other)).toEqual([old.postId]);
  expect(await postsOf({ holding: 'for_me' }, who)).toEqual([]);
});

test('golden posts are in no list, and are not handed out as others are', async () => {
  const { postId } = await inReview();
  const golden = newId();
  const source = await ctx.db
    .selectFrom('post')
    .selectAll()
    .where('id', '=', postId)
    .executeTakeFirstOrThrow();
  await ctx.db
    .insertInto('post')
    .values({
      ...source,
      id: golden,
      content_sha256: '0'.repeat(64),
      golden: true,
      masked: JSON.stringify(source.masked),
      instructions: JSON.stringify(source.instructions),
    })
    .execute();
  await ctx.db
    .insertInto('review_item')
    .values({
      id: newId(),
      post_id: golden,
      round: 1,
      fence: 0,
      created_at: new Date(),
      open: true,
      priority: 1e9,
    })
    .execute();
  expect(await postsOf({ state: 'IN_REVIEW' })).toEqual([postId]);
  expect(await postsOf({ order: 'priority' })).toEqual([postId]);
  const who = await actAs(ctx, 'reviewer', ['reviewer']);
  expect((await leaseNext(who, { leaseMs }))?.postId).toBe(postId);
});

test('saved filters are each person’s own', async () => {
  const filter = { state: 'IN_REVIEW', holding: 'waiting', minSubmissions: 3 } as const;
  const saved = await saveFilter(drafter, { name: ' Chờ lâu ', filter });
  expect(await listFilters(drafter)).toEqual([{ id: saved.id, name: 'Chờ lâu', filter }]);
  expect(await listFilters(admin)).toEqual([]);
  const replaced = await saveFilter(drafter, { name: 'Chờ lâu', filter: { again: true } });
  expect(replaced.id).toBe(saved.id);
  expect(await listFilters(drafter)).toMatchObject([{ filter: { again: true } }]);
  await expect(deleteFilter(admin, { id: saved.id })).rejects.toMatchObject({ code: 'not_found' });
  await expect(saveFilter(drafter, { name: '\n', filter })).rejects.toMatchObject({
    field: 'name',
  });
  await deleteFilter(drafter, { id: saved.id });
  expect(await listFilters(drafter)).toEqual([]);
  for (let index = 0; index < 50; index += 1) {
    await saveFilter(drafter, { name: `Số ${index}`, filter });
  }
  await expect(saveFilter(drafter, { name: 'Số 50', filter })).rejects.toMatchObject({
    code: 'conflict',
  });
  await expect(saveFilter(drafter, { name: 'Số 49', filter: {} })).resolves.toBeDefined();
});

test('what leaves review leaves the queue with its lease', async () => {
  const { postId } = await inReview();
  const who = await actAs(ctx, 'reviewer', ['reviewer']);
  const lease = await leaseNext(who, { leaseMs });
  await ctx.db.updateTable('post').set({ state: 'RETURNED' }).where('id', '=', postId).execute();
  if (lease === null) throw new Error('nothing was leased');
  await expect(releaseLease(who, lease)).rejects.toMatchObject({ code: 'conflict' });
  expect(await postsOf({ order: 'priority' })).toEqual([]);
});
