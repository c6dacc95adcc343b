import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { decideMany, decideResponse, setOutcome, undoMany } from '#drafting/index.ts';
import { newId } from '#platform/ids.ts';
import {
  clusterEarlier,
  listClusters,
  listPosts,
  preparePost,
  receivePosts,
} from '#posts/index.ts';
import { admitPosts, readItem } from '#review/index.ts';
import { submitForReview } from '../support/approved.ts';
import { approveCorpus, contradictingClaim, invented } from '../support/corpus.ts';
import { analysedPost } from '../support/posts.ts';
import { actAs, createTestContext, hasManyConnections } from '../support/test-context.ts';

const ctx = await createTestContext();
await approveCorpus(ctx, [invented]);
const triager = await actAs(ctx, 'phan-loai', ['triager']);
const drafter = await actAs(ctx, 'soan', ['drafter']);
const story = (library: string) =>
  `Thư viện giả định ${library} vừa thông báo sẽ cho mỗi bạn đọc mượn tối đa 4 cuốn sách trong 30 ngày, ` +
  'mọi người nhớ mang theo thẻ khi đến mượn.';
const opinion = (what: string) =>
  `Theo tôi, thư viện giả định cho mượn ${what} là quá ít, thật đáng thất vọng cho bạn đọc!`;
const reason = 'Nhiều người gửi bài này.';
const clusterOf = async (id: string) =>
  (
    await ctx.db
      .selectFrom('post')
      .select('cluster_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  ).cluster_id;
const decisionOf = async (id: string) => (await readItem(triager, id)).response;
const stateOf = async (id: string) => (await readItem(triager, id)).post.state;
const find = async (text: string) =>
  (await listPosts(ctx, { text, limit: 50 })).items.map((post) => post.id);

describe('clusters', () => {
  test('a near copy joins the first post’s cluster, one with another number does not', async () => {
    const first = await analysedPost(ctx, story('Hoa Sen'));
    const copy = await analysedPost(ctx, `Cả nhà đọc tin này nhé: ${story('Hoa Sen')} #thuvien`);
    const bare = await analysedPost(
      ctx,
      story('Hoa Sen')
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, ''),
    );
    const other = await analysedPost(ctx, story('Hoa Sen').replace('4 cuốn', '6 cuốn'));
    const denied = await analysedPost(ctx, story('Hoa Sen').replace('sẽ cho', 'sẽ không cho'));
    expect(await clusterOf(first)).toBe(first);
    expect(await clusterOf(copy)).toBe(first);
    expect(await clusterOf(bare)).toBe(first);
    expect(await clusterOf(other)).toBe(other);
    expect(await clusterOf(denied)).toBe(denied);
    const page = await listClusters(ctx, { clusterId: first, limit: 10 });
    expect(page.items).toHaveLength(1);
    expect(page.items[0]).toMatchObject({ clusterId: first, posts: 3, submissions: 3 });
    expect(page.items[0]?.members.map((one) => one.id)).toEqual([bare, copy, first]);
  });

  test('submissions of every member count, whenever they come', async () => {
    const text = story('Bằng Lăng');
    const first = await analysedPost(ctx, text);
    await analysedPost(ctx, `${text} Đọc đi các bạn.`);
    await receivePosts(triager, { posts: [await preparePost({ text })], channel: 'api' });
    const { items } = await listClusters(ctx, { clusterId: first, limit: 1 });
    expect(items[0]).toMatchObject({ posts: 2, submissions: 3 });
  });

  test.skipIf(!hasManyConnections)('two copies analysed at once end in one cluster', async () => {
    const text = story('Phượng Vĩ');
    const received = await receivePosts(triager, {
      posts: await Promise.all(
        ['', ' Hay quá.', ' Vui quá.', ' Thích quá.'].map((end) =>
          preparePost({ text: text + end }),
        ),
      ),
      channel: 'api',
    });
    const ids = received.map((one) => one.postId);
    await Promise.all(ids.map((id) => admitPosts(ctx, [id])));
    expect(new Set(await Promise.all(ids.map(clusterOf))).size).toBe(1);
  });

  test('posts analysed before clusters were kept are put into them', async () => {
    const first = await analysedPost(ctx, story('Ngọc Lan'));
    const copy = await analysedPost(ctx, `Mới nhận được: ${story('Ngọc Lan')}`);
    await ctx.db
      .updateTable('post')
      .set({ cluster_id: null })
      .where('id', 'in', [first, copy])
      .execute();
    await sql`delete from post_cluster where id = ${first}`.execute(ctx.db);
    expect(await clusterEarlier(ctx)).toBe(2);
    expect(await clusterOf(copy)).toBe(first);
    expect(await clusterEarlier(ctx)).toBe(0);
  });

  test('pages of both orders hold every cluster once', async () => {
    for (const order of ['newest', 'submissions'] as const) {
      const seen: Array<string | null> = [];
      let cursor: string | null = null;
      do {
        const page = await listClusters(ctx, { order, cursor, limit: 2 });
        seen.push(...page.items.map((one) => one.clusterId));
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect(new Set(seen).size).toBe(seen.length);
      const { items } = await listClusters(ctx, { order, limit: 200 });
      expect(items.map((one) => one.clusterId)).toEqual(seen);
    }
  });
});

describe('search', () => {
  test('accents are optional, words may begin, quotes hold them together', async () => {
    const accented = await analysedPost(
      ctx,
      'Ở làng Cò Bay, ĐƯỜNG ra bến đò cũ vừa được lát gạch đỏ.',
    );
    const bare = await analysedPost(ctx, 'O lang Co Bay, duong ra ben do cu vua bi dong bun.');
    expect(await find('duong ra ben')).toEqual([bare, accented]);
    expect(await find('Đường RA bến đò')).toEqual([bare, accented]);
    expect(await find('lang gach')).toEqual([accented]);
    expect(await find('co ba')).toEqual([bare, accented]);
    expect(await find('"ben do cu" gac')).toEqual([accented]);
    expect(await find('"do ben"')).toEqual([]);
    expect(await find('khongcotunay')).toEqual([]);
    expect(await find(`'); drop table post; -- & | ! :* <->`)).toEqual([]);
    expect(await find('!!!')).toEqual([]);
  });

  test('the letters folded by the database are all there are', async () => {
    const marks = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
    const letters = [...'aăâeêioôơuưy'].flatMap((one) =>
      marks.map((mark) => (one + mark).normalize('NFC')),
    );
    const every = [...letters, 'đ'].flatMap((one) => [one, one.toUpperCase()]).join('');
    const { rows } = await sql<{ folded: string }>`select folded_words(${every}) as folded`.execute(
      ctx.db,
    );
    expect(rows[0]?.folded).toMatch(/^[a-z]+$/);
    expect(rows[0]?.folded.length).toBe(every.length);
  });

  test('filters narrow a list together', async () => {
    const text = story('Mười Giờ');
    const [received] = await receivePosts(triager, {
      posts: [await preparePost({ text, platform: 'Facebook' })],
      channel: 'api',
    });
    const id = received?.postId as string;
    await admitPosts(ctx, [id]);
    const today = new Date(ctx.clock().getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
    const fitting = {
      text: 'muoi gio',
      state: await stateOf(id),
      decision: 'none',
      platform: 'facebook',
      language: 'vi',
      receivedFrom: today,
      receivedTo: today,
      minSubmissions: 1,
    } as const;
    const ids = async (filter: object) =>
      (await listClusters(ctx, { ...fitting, ...filter, limit: 5 })).items.map(
        (one) => one.newest.id,
      );
    expect(await ids({})).toEqual([id]);
    for (const other of [
      { state: 'APPROVED' },
      { decision: 'monitor' },
      { platform: 'zalo' },
      { language: 'en' },
      { receivedFrom: '2100-01-01' },
      { receivedTo: '2001-01-01' },
      { minSubmissions: 2 },
      { instructed: true },
      { outcome: 'CONTRADICTED' },
      { clusterId: newId() },
    ])
      expect(await ids(other)).toEqual([]);
  });
});

describe('decisions on many posts', () => {
  test('each is decided by itself, and what cannot be is named with the reason', async () => {
    const [one, two] = [
      await analysedPost(ctx, story('Một')),
      await analysedPost(ctx, story('Hai Lúa')),
    ];
    const reviewed = await analysedPost(ctx, `Nghe kể lại. ${contradictingClaim}`);
    await submitForReview(drafter, reviewed);
    const missing = newId();
    const result = await decideMany(triager, {
      postIds: [one, two, reviewed, missing, one],
      decision: 'monitor',
      reason,
    });
    expect(result.decided.toSorted()).toEqual([one, two].toSorted());
    expect(new Set(result.refused.map((post) => `${post.post_id} ${post.why}`))).toEqual(
      new Set([`${reviewed} in_review`, `${missing} missing`]),
    );
    expect(await decisionOf(one)).toMatchObject({ decision: 'monitor', reason });
    expect(await stateOf(two)).toBe('NO_ACTION');
    const events = await ctx.db
      .selectFrom('audit_event')
      .select(['action', 'entity_id'])
      .where('action', 'in', ['response.decided', 'response.decided_many'])
      .where('entity_id', 'in', [one, two, reviewed, result.id])
      .execute();
    expect(events.filter((event) => event.entity_id !== reviewed)).toHaveLength(3);
  });

  test('opinions are never put down for an answer, golden posts never decided', async () => {
    const views = await analysedPost(ctx, opinion('3 cuốn sách trong 30 ngày'));
    const respond = await decideMany(triager, { postIds: [views], decision: 'respond', reason });
    expect(respond).toMatchObject({ decided: [], refused: [{ why: 'not_checkable' }] });
    expect(await decisionOf(views)).toBeNull();
    const ignore = await decideMany(triager, {
      postIds: [views],
      decision: 'do_not_respond',
      reason,
    });
    expect(ignore.decided).toEqual([views]);
  });

  test('a decision made after the list was shown stands', async () => {
    const id = await analysedPost(ctx, story('Ba Sao'));
    const seenAt = new Date(ctx.clock().getTime() - 1000);
    await decideResponse(drafter, { postId: id, decision: 'respond', reason: 'Cần trả lời.' });
    const late = await decideMany(triager, { postIds: [id], decision: 'monitor', reason, seenAt });
    expect(late.refused).toMatchObject([{ why: 'decided_meanwhile' }]);
    expect(await decisionOf(id)).toMatchObject({ decision: 'respond' });
  });

  test('is refused without reason, without posts, and for too many', async () => {
    const many = Array.from({ length: 201 }, newId);
    const one = await analysedPost(ctx, story('Bốn Mùa'));
    for (const [postIds, why, field] of [
      [[one], ' ', 'reason'],
      [[], reason, 'posts'],
      [many, reason, 'posts'],
    ] as const) {
      await expect(
        decideMany(triager, { postIds, decision: 'monitor', reason: why }),
      ).rejects.toMatchObject({ code: 'validation', field });
    }
  });

  test('undo restores the decision and state before, and keeps the trace', async () => {
    const fresh = await analysedPost(ctx, story('Năm Căn'));
    const before = { fresh: await stateOf(fresh) };
    const earlier = await analysedPost(ctx, story('Sáu Dân'));
    await decideResponse(drafter, { postId: earlier, decision: 'respond', reason: 'Cần trả lời.' });
    const state = await stateOf(earlier);
    const bulk = await decideMany(triager, {
      postIds: [fresh, earlier],
      decision: 'do_not_respond',
      reason,
    });
    const undone = await undoMany(triager, { bulkId: bulk.id });
    expect(undone.undone.toSorted()).toEqual([fresh, earlier].toSorted());
    expect(await decisionOf(fresh)).toBeNull();
    expect(await stateOf(fresh)).toBe(before.fresh);
    expect(await decisionOf(earlier)).toMatchObject({
      decision: 'respond',
      reason: 'Cần trả lời.',
    });
    expect(await stateOf(earlier)).toBe(state);
    const rows = await ctx.db
      .selectFrom('response_decision')
      .select(['decision', 'current', 'undoes'])
      .where('post_id', '=', fresh)
      .orderBy('id')
      .execute();
    expect(rows.map((row) => row.decision)).toEqual(['do_not_respond', 'undone']);
    expect(rows.map((row) => row.current)).toEqual([false, false]);
    expect((await readItem(triager, fresh)).contributed).toBe(true);
    await expect(undoMany(triager, { bulkId: bulk.id })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  test('undo is one’s own, for a while, and never over what somebody did since', async () => {
    const [left, acted] = [
      await analysedPost(ctx, story('Bảy Núi')),
      await analysedPost(ctx, story('Tám Thơm')),
    ];
    const bulk = await decideMany(triager, { postIds: [left, acted], decision: 'respond', reason });
    const claim = (await readItem(drafter, acted)).claims[0]?.id as string;
    await setOutcome(drafter, {
      claimId: claim,
      outcome: 'NEEDS_EXPERT',
      reason: 'Hỏi chuyên gia.',
    });
    await expect(undoMany(drafter, { bulkId: bulk.id })).rejects.toMatchObject({
      code: 'not_found',
    });
    const later = { ...triager, clock: () => new Date(ctx.clock().getTime() + 31 * 60_000) };
    await expect(undoMany(later, { bulkId: bulk.id })).rejects.toMatchObject({ code: 'conflict' });
    expect(await undoMany(triager, { bulkId: bulk.id })).toEqual({ undone: [left], kept: [acted] });
    expect(await decisionOf(acted)).toMatchObject({ decision: 'respond' });
  });
});

test('nothing about who wrote a post can be read or filtered', async () => {
  const { items } = await listClusters(ctx, { limit: 1 });
  const names =
    JSON.stringify(items)
      .match(/"\w+":/g)
      ?.join(' ') ?? '';
  expect(names).toContain('platform');
  expect(names).not.toMatch(/author|account|handle|sender|submitted_by|canonical_url/);
});
