import { beforeAll, expect, test } from 'vitest';
import { type MatchView, readItem } from '#review/index.ts';
import { withdrawVersions } from '#standing/index.ts';
import type { Context } from '../../src/context.ts';
import { approveCorpus, contradictingClaim } from '../support/corpus.ts';
import { analysedPost } from '../support/posts.ts';
import { actAs, createTestContext } from '../support/test-context.ts';

/** Invented rules of an invented library, and a day on which each version begins. */
const rule = (count: number) =>
  `Mỗi bạn đọc của thư viện giả định được mượn tối đa ${count} cuốn sách trong 30 ngày và không phải trả phí.`;
const key = 'quy-dinh-muon-sach';

let ctx: Context;
let postId: string;
let newest: string;
beforeAll(async () => {
  ctx = await createTestContext();
  await approveCorpus(ctx, [{ key, text: rule(4), valid_from: '2023-01-01' }]);
  [newest = ''] = await approveCorpus(ctx, [{ key, text: rule(5), valid_from: '2025-01-01' }]);
  postId = await analysedPost(ctx, contradictingClaim);
});

async function matchOf(postedAt: string | null): Promise<MatchView> {
  await ctx.db
    .updateTable('post')
    .set({ posted_at: postedAt === null ? null : new Date(postedAt) })
    .where('id', '=', postId)
    .execute();
  const [match] = (await readItem(ctx, postId)).claims.flatMap((claim) => claim.matches);
  if (match === undefined) throw new Error('no match');
  return match;
}

test.each<[string, string, string, 'same' | 'other' | 'none', number | null]>([
  ['before there was a version', '2022-12-31T12:00:00Z', '2022-12-31', 'none', null],
  ['while an earlier one was in force', '2024-02-03T03:00:00Z', '2024-02-03', 'other', 1],
  // Midnight in Vietnam is 17:00 UTC: the day there counts.
  ['in the last minute of the earlier one', '2024-12-31T16:59:00Z', '2024-12-31', 'other', 1],
  ['in the first minute of the matched one', '2024-12-31T17:00:00Z', '2025-01-01', 'same', 2],
  ['since', '2025-06-01T00:00:00Z', '2025-06-01', 'same', 2],
])('a post written %s', async (_, postedAt, day, state, number) => {
  const then = (await matchOf(postedAt)).position_then;
  expect(then).toMatchObject({ day, state });
  expect(then?.version?.number ?? null).toBe(number);
});

test('the version then says from when until when', async () => {
  expect((await matchOf('2024-02-03T03:00:00Z')).position_then?.version).toMatchObject({
    number: 1,
    valid_from: '2023-01-01',
    ends_on: '2025-01-01',
  });
});

test('nothing is said of the day of a post that nobody knows', async () => {
  expect((await matchOf(null)).position_then).toBeNull();
});

test('a match says where its version stands today', async () => {
  const inForce = await matchOf(null);
  expect(inForce.version_id).toBe(newest);
  expect(inForce.standing).toEqual({
    state: 'in_force',
    since: '2025-01-01',
    until: null,
    reason: null,
    successor: null,
  });
});

test('and when another took its place, or it was withdrawn', async () => {
  await approveCorpus(ctx, [{ key, text: rule(6), valid_from: '2026-02-01' }]);
  const later: Context = { ...ctx, clock: () => new Date('2026-12-01T00:00:00Z') };
  const standing = async (on: Context) =>
    (await readItem(on, postId)).claims.flatMap((claim) => claim.matches)[0]?.standing;
  expect(await standing(later)).toMatchObject({
    state: 'superseded',
    since: '2026-02-01',
    successor: { number: 3, title: null },
  });
  const approver = await actAs(ctx, 'approver', ['corpus_approver']);
  const before: Context = { ...approver, clock: () => new Date('2026-01-10T00:00:00Z') };
  await withdrawVersions(before, { versionIds: [newest], reason: 'Số liệu sai.' });
  expect(await standing(later)).toMatchObject({
    state: 'withdrawn',
    since: '2026-01-10',
    reason: 'Số liệu sai.',
    successor: null,
  });
});

test('a successor of another document is named', async () => {
  const other = { key: 'noi-quy-moi', title: 'Nội quy mới của thư viện giả định', text: rule(8) };
  const fresh = await createTestContext();
  await approveCorpus(fresh, [{ key, text: rule(5), valid_from: '2025-01-01' }]);
  const id = await analysedPost(fresh, contradictingClaim);
  await approveCorpus(fresh, [{ ...other, valid_from: '2026-01-01', supersedes: [key] }]);
  const later: Context = { ...fresh, clock: () => new Date('2026-12-01T00:00:00Z') };
  const [match] = (await readItem(later, id)).claims.flatMap((claim) => claim.matches);
  expect(match?.standing).toMatchObject({
    state: 'superseded',
    successor: { number: 1, title: other.title },
  });
});
