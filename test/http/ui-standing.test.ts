import { beforeAll, expect, test } from 'vitest';
import { formatDay } from '#http/ui/format.ts';
import { en } from '#http/ui/locales/en.ts';
import { vi } from '#http/ui/locales/vi.ts';
import type { Context } from '../../src/context.ts';
import type { Actor } from '#db/context.ts';
import { approveCorpus, contradictingClaim } from '../support/corpus.ts';
import { analysedPost } from '../support/posts.ts';
import { actAs, createTestContext } from '../support/test-context.ts';
import { appWithPages, sessionCookieOf } from './client.ts';

const rule = (count: number) =>
  `Mỗi bạn đọc của thư viện giả định được mượn tối đa ${count} cuốn sách trong 30 ngày và không phải trả phí.`;
const guidance = {
  key: 'huong-dan',
  title: 'Hướng dẫn trả lời của thư viện giả định',
  text: `${rule(5)} Đừng so sánh với thư viện khác.`,
  citable: false,
};

let ctx: Context;
let postId: string;
let actor: Actor;
beforeAll(async () => {
  ctx = await createTestContext();
  await approveCorpus(ctx, [{ key: 'noi-quy', text: rule(4), valid_from: '2023-01-01' }]);
  await approveCorpus(ctx, [{ key: 'noi-quy', text: rule(5), valid_from: '2025-01-01' }, guidance]);
  postId = await analysedPost(ctx, contradictingClaim);
  const drafter = await actAs(ctx, 'drafter', ['drafter']);
  actor = drafter.actor;
});

async function itemPage(on: Context = ctx, language = 'vi'): Promise<string> {
  const app = appWithPages(on);
  const response = await app.request(`/posts/${postId}`, {
    headers: {
      Accept: 'text/html',
      Host: 'localhost',
      'Accept-Language': language,
      Cookie: await sessionCookieOf(on, actor),
    },
  });
  expect(response.status).toBe(200);
  return response.text();
}

async function postedAt(at: string | null): Promise<void> {
  await ctx.db
    .updateTable('post')
    .set({ posted_at: at === null ? null : new Date(at) })
    .where('id', '=', postId)
    .execute();
}

test('guidance stands under its own heading and is no choice for a draft', async () => {
  const html = await itemPage();
  expect(html.split(vi.matches.guidance)).toHaveLength(2);
  const [before = '', after = ''] = html.split(vi.matches.guidance);
  expect(after).toContain(guidance.text);
  expect(before).not.toContain(guidance.title);
  const choices = html.match(/<input[^>]*name="passage"[^>]*>.*?<\/label>/gsu) ?? [];
  expect(choices.length).toBeGreaterThan(0);
  expect(choices.join('')).not.toContain(guidance.title);
  expect(await itemPage(ctx, 'en')).toContain(en.matches.guidance);
});

test.each([
  ['2024-02-03T03:00:00Z', vi.matches.positionThen(formatDay('2024-02-03', 'vi'), 1)],
  ['2022-02-03T03:00:00Z', vi.matches.noneThen(formatDay('2022-02-03', 'vi'))],
])('a post of %s is told what was the position then', async (at, line) => {
  await postedAt(at);
  expect(await itemPage()).toContain(line);
});

test.each([['2025-02-03T03:00:00Z'], [null]])(
  'nothing is said where it is the matched version or nobody knows (%s)',
  async (at) => {
    await postedAt(at);
    const html = await itemPage();
    expect(html).toContain(vi.matches.version(2));
    for (const words of [vi.matches.positionThen('', 1), vi.matches.noneThen('')]) {
      expect(html).not.toContain(words.split(':')[0]);
    }
  },
);

test('a match says that its version was superseded, and by which', async () => {
  await postedAt(null);
  expect(await itemPage()).toContain(vi.matches.validity(formatDay('2025-01-01', 'vi'), null));
  await approveCorpus(ctx, [{ key: 'noi-quy', text: rule(6), valid_from: '2026-03-01' }]);
  const later: Context = { ...ctx, clock: () => new Date('2026-12-01T00:00:00Z') };
  const words = vi.standings.superseded_by(formatDay('2026-03-01', 'vi'), 3, null);
  expect(await itemPage(later)).toContain(words);
});
