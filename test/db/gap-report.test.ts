import { describe, expect, test } from 'vitest';
import { decideResponse, setOutcome } from '#drafting/index.ts';
import { withTransaction } from '#db/transaction.ts';
import { preparePost, receivePosts } from '#posts/index.ts';
import { admitPosts } from '#review/index.ts';
import { type Gap, gapCsv, gapReport, type GapInput } from '#upkeep/index.ts';
import type { Context } from '../../src/context.ts';
import { approveCorpus, contradictingClaim, invented } from '../support/corpus.ts';
import { analysedPost } from '../support/posts.ts';
import { actAs, createTestContext } from '../support/test-context.ts';

const outer = await createTestContext();
const today = new Date('2026-11-20T03:00:00Z');
const fortnightAgo = new Date('2026-11-06T03:00:00Z');
const rollback = new Error('rolled back');

/** A test with posts and documents of its own: what it wrote is gone when it ends. */
const alone = (work: (ctx: Context) => Promise<void>) => async (): Promise<void> => {
  const run = withTransaction(outer, async (ctx) => {
    await work(ctx);
    throw rollback;
  });
  await expect(run).rejects.toBe(rollback);
};
const at = (ctx: Context, time: Date): Context => ({ ...ctx, clock: () => time });
const report = (ctx: Context, input: Partial<GapInput> = {}) =>
  gapReport(at(ctx, today), { limit: 50, ...input });

/** One more arrival of a post by this person. */
async function sendAgain(person: Context, text: string, time: Date): Promise<void> {
  await receivePosts(
    { ...person, clock: () => time },
    { posts: [await preparePost({ text })], channel: 'api' },
  );
}

async function gapOf(ctx: Context, text: string, input: Partial<GapInput> = {}): Promise<Gap> {
  const { gaps } = await report(ctx, input);
  const gap = gaps.find(({ claimText }) => claimText.includes(text));
  if (gap === undefined) throw new Error(`no gap says ${text}`);
  return gap;
}

const bridge = 'Cây cầu gỗ giả định ở làng trên dài đúng bốn mươi mét và rộng ba mét.';
const pond = 'Hồ sen giả định phía sau trường có hơn hai trăm con cá chép màu vàng.';

describe('what counts', () => {
  test(
    'an empty database has no gaps',
    alone(async (ctx) => {
      expect(await report(ctx)).toEqual({
        gaps: [],
        totals: { claims: 0, posts: 0, submissions: 0, clusters: 0, leftOut: 0 },
        byTopic: [],
        byPillar: [],
      });
    }),
  );

  test(
    'claims without a position, and no others',
    alone(async (ctx) => {
      await approveCorpus(ctx, [{ ...invented, key: 'counts' }]);
      const answered = await analysedPost(at(ctx, today), contradictingClaim);
      await analysedPost(at(ctx, today), 'Theo tôi thì cái hồ sen giả định này chưa đẹp lắm.');
      await analysedPost(at(ctx, today), '57 KL');
      const postId = await analysedPost(at(ctx, today), bridge);
      const { gaps, totals } = await report(ctx);
      expect(gaps).toHaveLength(1);
      expect(gaps[0]).toMatchObject({
        claimText: bridge,
        language: 'vi',
        claims: 1,
        posts: 1,
        declinedPosts: 0,
        submissions: 1,
        answerableNow: null,
        answer: null,
        postIds: [postId],
      });
      expect(totals).toEqual({ claims: 1, posts: 1, submissions: 1, clusters: 1, leftOut: 0 });
      expect(gaps[0]?.postIds).not.toContain(answered);
    }),
  );

  test(
    'only the current outcome',
    alone(async (ctx) => {
      await analysedPost(at(ctx, today), bridge);
      const drafter = await actAs(ctx, 'drafter', ['drafter']);
      const { id } = await gapOf(ctx, 'Cây cầu');
      await setOutcome(drafter, { claimId: id, outcome: 'NEEDS_EXPERT', reason: 'Cần đo lại.' });
      expect((await report(ctx)).gaps).toEqual([]);
      await setOutcome(drafter, {
        claimId: id,
        outcome: 'NO_POSITION',
        reason: 'Chưa có văn bản.',
      });
      expect(await gapOf(ctx, 'Cây cầu')).toMatchObject({ id, claims: 1 });
    }),
  );

  test(
    'posts nobody answers stay gaps and are told apart',
    alone(async (ctx) => {
      const postId = await analysedPost(at(ctx, today), bridge);
      const triager = await actAs(ctx, 'triager', ['triager']);
      const decide = (decision: 'monitor' | 'do_not_respond') =>
        decideResponse(triager, { postId, decision, reason: 'Chưa cần.' });
      await decide('monitor');
      expect(await gapOf(ctx, 'Cây cầu')).toMatchObject({ posts: 1, declinedPosts: 0 });
      await decide('do_not_respond');
      expect(await gapOf(ctx, 'Cây cầu')).toMatchObject({ posts: 1, declinedPosts: 1, score: 1 });
    }),
  );
});

describe('submissions', () => {
  test(
    'one person on one day is one, on another day or another person is one more',
    alone(async (ctx) => {
      const person = await actAs(ctx, 'a', ['triager']);
      const other = await actAs(ctx, 'b', ['triager']);
      await sendAgain(person, pond, today);
      const [post] = await ctx.db.selectFrom('post').select('id').execute();
      await admitPosts(at(ctx, today), [post?.id ?? '']);
      await sendAgain(person, pond, new Date('2026-11-20T09:30:00Z'));
      expect(await gapOf(ctx, 'Hồ sen')).toMatchObject({ submissions: 1 });
      await sendAgain(other, pond, today);
      expect(await gapOf(ctx, 'Hồ sen')).toMatchObject({ submissions: 2 });
      // 17:30 UTC is the next day in Vietnam.
      await sendAgain(person, pond, new Date('2026-11-20T17:30:00Z'));
      const gap = await gapOf(ctx, 'Hồ sen');
      expect(gap).toMatchObject({ submissions: 3, posts: 1, claims: 1, firstSubmittedAt: today });
      expect(gap.lastSubmittedAt).toEqual(new Date('2026-11-20T17:30:00Z'));
      expect(JSON.stringify(gap)).not.toMatch(
        new RegExp(`${person.actor.name}|${other.actor.name}`),
      );
    }),
  );

  test(
    'half the weight after a fortnight, and the newer first',
    alone(async (ctx) => {
      await analysedPost(at(ctx, fortnightAgo), bridge);
      await analysedPost(at(ctx, today), pond);
      const { gaps } = await report(ctx);
      expect(gaps.map(({ claimText }) => claimText)).toEqual([pond, bridge]);
      expect(gaps[0]?.score).toBeCloseTo(1, 6);
      expect(gaps[1]?.score).toBeCloseTo(0.5, 6);
    }),
  );

  test(
    'only those of the days asked for',
    alone(async (ctx) => {
      const person = await actAs(ctx, 'a', ['triager']);
      await analysedPost(at(ctx, fortnightAgo), bridge);
      await sendAgain(person, bridge, today);
      const between = async (since: Date | null, until: Date | null) =>
        (await report(ctx, { since, until })).gaps.map(({ submissions }) => submissions);
      expect(await between(null, null)).toEqual([2]);
      expect(await between(today, null)).toEqual([1]);
      expect(await between(null, today)).toEqual([1]);
      expect(await between(fortnightAgo, new Date(today.getTime() + 1))).toEqual([2]);
      expect(await between(new Date(today.getTime() + 1), null)).toEqual([]);
      expect(await between(new Date('0000-01-01'), new Date('+020000-01-01'))).toEqual([2]);
    }),
  );
});

describe('gaps', () => {
  test(
    'one wording in several posts is one gap with one id',
    alone(async (ctx) => {
      const first = await analysedPost(at(ctx, fortnightAgo), bridge);
      const before = await gapOf(ctx, 'Cây cầu');
      const second = await analysedPost(at(ctx, today), `${bridge.toUpperCase()} 👀👀`);
      const [after] = (await report(ctx)).gaps;
      expect(after).toMatchObject({ id: before.id, posts: 2, submissions: 2, claims: 2 });
      expect(after?.postIds).toEqual([second, first]);
      expect(after?.score).toBeCloseTo(1.5, 6);
    }),
  );

  test(
    'topic and pillar are those of the nearest documents, and filter',
    alone(async (ctx) => {
      await approveCorpus(ctx, [
        {
          key: 'cau-go',
          title: 'Sổ tay cầu gỗ giả định',
          topics: ['cầu đường'],
          pillar: 'people',
          text: 'Cây cầu gỗ giả định ở làng dưới được sơn lại mỗi năm một lần vào mùa khô.',
        },
      ]);
      await analysedPost(at(ctx, today), bridge);
      await ctx.db.updateTable('match').set({ probability: 0.2 }).execute();
      await analysedPost(
        at(ctx, today),
        'Zebra xanh ngủ ngày, bay đêm, uống nước mưa quanh tháp cũ.',
      );
      const gap = await gapOf(ctx, 'Cây cầu');
      expect(gap).toMatchObject({ topic: 'cầu đường', pillar: 'people' });
      expect(gap.nearest).toMatchObject({ documentKey: 'cau-go' });
      const { gaps, byTopic, byPillar, totals } = await report(ctx, { topic: 'cầu đường' });
      expect(gaps.map(({ id }) => id)).toEqual([gap.id]);
      expect(totals.clusters).toBe(2);
      expect(byTopic).toMatchObject([
        { name: 'cầu đường', gaps: 1, claims: 1, submissions: 1 },
        { name: null, gaps: 1 },
      ]);
      expect(byPillar.map(({ name }) => name)).toEqual(['people', null]);
      expect((await report(ctx, { topic: 'biển đảo' })).gaps).toEqual([]);
      expect((await report(ctx, { pillar: 'people' })).gaps).toHaveLength(1);
      expect((await report(ctx, { pillar: 'state' })).gaps).toEqual([]);
      expect((await report(ctx, { language: 'en' })).gaps).toEqual([]);
    }),
  );

  test(
    'a check says which ones the corpus answers by now',
    alone(async (ctx) => {
      await analysedPost(at(ctx, today), pond);
      await analysedPost(at(ctx, today), bridge);
      await approveCorpus(ctx, [
        { key: 'ho-sen', title: 'Sổ tay hồ sen giả định', text: pond, valid_from: '2026-11-01' },
        {
          key: 'ho-sen-noi-bo',
          title: 'Hướng dẫn nội bộ giả định',
          text: bridge,
          citable: false,
          valid_from: '2026-11-01',
        },
      ]);
      expect((await gapOf(ctx, 'Hồ sen')).answerableNow).toBeNull();
      expect(await gapOf(ctx, 'Hồ sen', { check: true })).toMatchObject({
        answerableNow: true,
        answer: { documentKey: 'ho-sen', documentTitle: 'Sổ tay hồ sen giả định' },
      });
      expect(await gapOf(ctx, 'Cây cầu', { check: true })).toMatchObject({
        answerableNow: false,
        answer: null,
      });
    }),
  );

  test(
    'the file holds a line per gap',
    alone(async (ctx) => {
      await analysedPost(at(ctx, today), pond);
      const { gaps } = await report(ctx);
      const [header, line, end] = gapCsv(gaps).split('\r\n');
      expect(header).toMatch(/^\uFEFFid,claim_text,language,/);
      expect(line).toContain(`${gaps[0]?.id},${pond},vi,`);
      expect(end).toBe('');
    }),
  );
});

test.each([
  [{ since: today, until: fortnightAgo }, 'until'],
  [{ since: today, until: today }, 'until'],
  [{ since: new Date(Number.NaN) }, 'since'],
  [{ pillar: 'army' }, 'pillar'],
  [{ language: 'Tiếng Việt' }, 'language'],
  [{ limit: 0 }, 'limit'],
  [{ limit: 1.5 }, 'limit'],
  [{ limit: 10_001 }, 'limit'],
  [{ limit: 201, check: true }, 'limit'],
])('%o is refused', async (input, field) => {
  await expect(report(outer, input)).rejects.toMatchObject({ code: 'validation', field });
});
