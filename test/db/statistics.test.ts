import { expect, test } from 'vitest';
import type { SentenceLabel, Verdict } from '#db/schema/index.ts';
import { newId } from '#platform/ids.ts';
import {
  decide,
  leaseNext,
  readIntake,
  readItem,
  readQuality,
  readReviewWork,
  readStatistics,
  readUnanswered,
  seedGolden,
  statisticsCsv,
} from '#review/index.ts';
import type { Context } from '../../src/context.ts';
import { submitForReview } from '../support/approved.ts';
import { approveCorpus } from '../support/corpus.ts';
import { putFirst } from '../support/leases.ts';
import { analysedPost } from '../support/posts.ts';
import { actAs, createTestContext } from '../support/test-context.ts';

const ctx = await createTestContext();
const people = {
  drafter: await actAs(ctx, 'drafter', ['drafter']),
  first: await actAs(ctx, 'first', ['reviewer']),
  second: await actAs(ctx, 'second', ['reviewer']),
  third: await actAs(ctx, 'third', ['reviewer']),
  evaluator: await actAs(ctx, 'evaluator', ['evaluator']),
};

/** Somebody at this instant. */
function at(time: string, of: Context = ctx): Context {
  return { ...of, clock: () => new Date(`2030-03-${time}Z`) };
}

let rooms = 0;

/** A post that contradicts a document of its own, sent and in review at these times. */
async function inReview(sent: string, submitted: string): Promise<string> {
  const room = `phòng đọc giả định số ${(rooms += 1)}`;
  const loans = `Mỗi bạn đọc của ${room} được mượn tối đa 5 cuốn sách trong 30 ngày và không phải trả phí.`;
  const text = ['Điều 1. Mượn', loans].join('\n\n');
  await approveCorpus(ctx, [{ key: `phong-${rooms}`, title: `Sổ tay ${room}`, text }]);
  const postId = await analysedPost(at(sent), loans.replace('5 cuốn', '3 cuốn'));
  await submitForReview(at(submitted, people.drafter), postId);
  return postId;
}

interface Vote {
  readonly verdict: Verdict;
  /** Of the headline, and of every other sentence. */
  readonly labels: readonly [SentenceLabel, SentenceLabel];
}

/** Both review the post; returns how many sentences they labelled. */
async function review(postId: string, time: string, votes: readonly [Vote, Vote]): Promise<number> {
  let sentences = 0;
  for (const [index, { verdict, labels }] of votes.entries()) {
    const reviewer = at(time, index === 0 ? people.first : people.second);
    await putFirst(ctx, postId);
    const lease = await leaseNext(reviewer, { leaseMs: 600_000 });
    if (lease?.postId !== postId) throw new Error('another item came up');
    const { draft } = await readItem(reviewer, postId);
    sentences = draft?.sentences.length ?? 0;
    await decide(reviewer, {
      itemId: lease.itemId,
      leaseToken: lease.token,
      fence: lease.fence,
      contentSha256: draft?.content_sha256 ?? '',
      verdict,
      reason: 'Đã đọc từng câu.',
      labels: (draft?.sentences ?? []).map(({ ordinal }) => ({
        ordinal,
        label: labels[ordinal === 0 ? 0 : 1],
      })),
    });
  }
  return sentences;
}

const good: Vote = { verdict: 'approve', labels: ['supported', 'supported'] };

async function buildHistory() {
  const approved = await inReview('04T01:00', '04T03:00');
  const agreed = await review(approved, '04T05:00', [good, good]);
  const returned = await inReview('05T01:00', '05T02:00');
  // 01:00 of the next day in Vietnam.
  const differed = await review(returned, '05T18:00', [
    good,
    { verdict: 'return', labels: ['unclear', 'supported'] },
  ]);
  const declined = await inReview('11T00:00', '11T00:00');
  const opposed = await review(declined, '11T06:00', [
    { verdict: 'decline', labels: ['tone', 'tone'] },
    { verdict: 'decline', labels: ['unclear', 'unclear'] },
  ]);
  await inReview('11T23:00', '12T00:00');
  await analysedPost(at('12T01:00'), 'Tôi nghĩ thư viện nên mở cửa muộn hơn vào mùa hè.');
  await analysedPost(
    at('12T02:00'),
    'Nhà máy giả định ở thị trấn bên sông sản xuất 400 chiếc ghế gỗ mỗi tháng trong năm 2019.',
  );
  return { approved, agreed, differed, opposed };
}

/** A golden copy of an approved answer, read twice before today and once today. */
async function buildGolden(approvedPostId: string): Promise<void> {
  const source = await ctx.db
    .selectFrom('draft')
    .select('id')
    .where('post_id', '=', approvedPostId)
    .executeTakeFirstOrThrow();
  const { postId } = await seedGolden(at('06T02:00', people.evaluator), {
    draftId: source.id,
    fault: null,
  });
  const readings = [
    [people.first, true, 1, '2030-03-10T00:00Z'],
    [people.second, false, 0.5, '2030-03-10T01:00Z'],
    [people.third, false, 0, '2030-03-12T17:00Z'],
  ] as const;
  for (const [reader, right, labels, time] of readings) {
    await ctx.db
      .insertInto('golden_decision')
      .values({
        id: newId(),
        post_id: postId,
        reviewer: reader.actor.userId ?? '',
        verdict: 'approve',
        reason: 'Đã đọc.',
        labels: '[]',
        right_verdict: right,
        right_labels: labels,
        decided_at: new Date(time),
      })
      .execute();
  }
}

async function lookAgain(postId: string): Promise<void> {
  const { id } = await ctx.db
    .selectFrom('approval')
    .select('id')
    .where('post_id', '=', postId)
    .executeTakeFirstOrThrow();
  await ctx.db
    .insertInto('third_look')
    .values({
      approval_id: id,
      chosen_at: new Date('2030-03-04T05:00Z'),
      reviewer: null,
      verdict: null,
      reason: null,
      looked_at: null,
    })
    .execute();
  await ctx.db
    .updateTable('third_look')
    .set({
      reviewer: people.third.actor.userId,
      verdict: 'agree',
      reason: 'Đúng.',
      labels: '[]',
      looked_at: new Date('2030-03-05T05:00Z'),
    })
    .where('approval_id', '=', id)
    .execute();
}

const now = '13T00:00';
const days = { from: '2030-03-04', to: '2030-03-13' };
const { approved, agreed, differed, opposed } = await buildHistory();
await buildGolden(approved);
await lookAgain(approved);
const all = await readStatistics(at(now, people.first), days);

test('decisions by day and week, in Vietnam', () => {
  expect(all.decided).toEqual({
    approved: 1,
    declined: 1,
    returned: 1,
    total: 3,
    returnedShare: 1 / 3,
    byDay: [
      { day: '2030-03-04', approved: 1, declined: 0, returned: 0 },
      { day: '2030-03-06', approved: 0, declined: 0, returned: 1 },
      { day: '2030-03-11', approved: 0, declined: 1, returned: 0 },
    ],
    byWeek: [
      { week: '2030-03-04', approved: 1, declined: 0, returned: 1 },
      { week: '2030-03-11', approved: 0, declined: 1, returned: 0 },
    ],
  });
});

test('times: from the first submission, from submission for review, and what waits now', () => {
  // 2, 6 and 16 hours; nine tenths of the way lie 0.8 between the second and the third.
  expect(all.time.submitToDecision).toEqual({ count: 3, median: 6, p90: 14, max: 16 });
  expect(all.time.submissionToApproval).toEqual({ count: 1, median: 4, p90: 4, max: 4 });
  expect(all.queue).toEqual({ count: 1, median: 24, p90: 24, max: 24 });
});

test('agreement on verdicts and on labels', () => {
  // Of 3 pairs 2 alike; by chance (2·1 + 1·1) / 9 = 1/3; κ = (2/3 − 1/3) / (2/3).
  expect(all.agreement.verdicts).toMatchObject({ pairs: 3, few: true });
  expect(all.agreement.verdicts.percent).toBeCloseTo(200 / 3);
  expect(all.agreement.verdicts.kappa).toBeCloseTo(0.5);
  const pairs = agreed + differed + opposed;
  expect(all.agreement.labels.pairs).toBe(pairs);
  expect(all.agreement.byMonth.map(({ verdicts }) => verdicts.pairs)).toEqual([3]);
  expect(all.agreement.labels.percent).toBeCloseTo((100 * (agreed + differed - 1)) / pairs);
});

test('abstentions and gaps, without the golden post', () => {
  expect(all.abstention).toEqual({
    claims: 6,
    notCheckable: 1,
    noPosition: 1,
    claimShare: 1 / 3,
    posts: 6,
    postsWithoutDraft: 2,
    postShare: 1 / 3,
  });
  expect(all.gaps.byWeek).toEqual([{ week: '2030-03-11', claims: 1, posts: 1 }]);
  expect(all.gaps.byTopic).toMatchObject([{ gaps: 1, claims: 1, submissions: 1 }]);
});

test('quality: everybody together, one’s own, and each only for an evaluator; never of today', async () => {
  expect(all.golden).toEqual({
    all: { readings: 2, rightVerdicts: 0.5, rightLabels: 0.75 },
    own: { readings: 1, rightVerdicts: 1, rightLabels: 1 },
    people: null,
  });
  const third = await readStatistics(at(now, people.third), days);
  expect(third.golden.own).toBeNull();
  const { golden } = await readStatistics(at(now, people.evaluator), days);
  expect(golden.people?.map(({ name, ...own }) => [name.split('-')[0], own])).toEqual([
    ['first', { readings: 1, rightVerdicts: 1, rightLabels: 1 }],
    ['second', { readings: 1, rightVerdicts: 0, rightLabels: 0.5 }],
  ]);
  expect(all.thirdLooks).toEqual({ chosen: 1, looked: 1, agreedShare: 1 });
});

test('one day is counted apart; a day without anything has no shares', async () => {
  const one = await readStatistics(at(now), { from: '2030-03-06', to: '2030-03-06' });
  expect(one.decided).toMatchObject({ total: 1, returned: 1, returnedShare: 1 });
  expect(one.golden.own).toBeNull();
  const none = await readStatistics(at(now), { from: '2030-03-08', to: '2030-03-08' });
  expect(none.decided).toMatchObject({ total: 0, returnedShare: null });
  expect(none.time.submitToDecision).toEqual({ count: 0, median: null, p90: null, max: null });
  expect(none.agreement.verdicts.kappa).toBeNull();
  expect(none.abstention).toMatchObject({ claims: 0, claimShare: null });
});

test('the same figures as CSV', () => {
  const lines = statisticsCsv(all).split('\r\n');
  expect(lines[0]).toBe('\uFEFFfrom,to,metric,group,value');
  expect(lines).toContain('2030-03-04,2030-03-13,decided,returned,1');
  expect(lines).toContain('2030-03-04,2030-03-13,submit_to_decision_hours,p90,14');
  expect(lines).toContain('2030-03-04,2030-03-13,decided_by_week,2030-03-11 declined,1');
});

/** What is not nothing, by the day it is of. */
function byDay<T>(
  of: { readonly buckets: ReadonlyArray<{ startsOn: string }> },
  values: readonly T[],
) {
  const days = of.buckets.map(({ startsOn }, index) => [startsOn.slice(8), values[index]] as const);
  return Object.fromEntries(days.filter(([, value]) => value !== 0 && value !== null));
}

test('over time: a bucket for each day, also those of nothing; the golden post is in none', async () => {
  const intake = await readIntake(at(now), days);
  expect(intake.buckets).toHaveLength(10);
  expect(byDay(intake, intake.posts)).toEqual({ '04': 1, '05': 1, '11': 1, '12': 3 });
  expect(intake.submissions).toEqual(intake.posts);
  const unanswered = await readUnanswered(at(now), days);
  expect(byDay(unanswered, unanswered.noPosition)).toEqual({ '12': 1 });
  expect(byDay(unanswered, unanswered.postsWithoutDraft)).toEqual({ '12': 2 });
});

test('what waited at the end of each day, and how long a decision took', async () => {
  const work = await readReviewWork(at(now), days);
  // Submitted on the 5th and judged at 01:00 of the 6th; the last was submitted on the 12th and waits.
  expect(byDay(work, work.waiting)).toEqual({ '05': 1, '12': 1, '13': 1 });
  const judged = work.delay.filter(({ drafts }) => drafts > 0);
  expect(judged.map(({ median }) => median)).toEqual([2, 16, 6]);
  // 24 hours: the class from 24 to 48.
  expect(work.byAge).toEqual([0, 0, 0, 1, 0, 0, 0]);
});

test('quality by month agrees with the figures of the whole range', async () => {
  const quality = await readQuality(at(now, people.first), days);
  expect(quality.verdicts).toEqual([all.agreement.verdicts]);
  expect(quality.labels).toEqual([all.agreement.labels]);
  expect(quality.golden).toMatchObject({ ...all.golden, byMonth: [{ readings: 2, right: 1 }] });
});
