import { afterAll, expect, test } from 'vitest';
import type { Role } from '#db/roles.ts';
import { writeComment } from '#comments/index.ts';
import { startServer } from '#http/server.ts';
import { catalogues } from '#http/ui/locale.ts';
import { decide, leaseNext, readItem } from '#review/index.ts';
import type { Context } from '../../src/context.ts';
import { approveInReview, submitForReview } from '../support/approved.ts';
import { approveCorpus, contradictingClaim, invented } from '../support/corpus.ts';
import { putFirst } from '../support/leases.ts';
import { sessionCookieOf } from '../support/people.ts';
import { analysedPost } from '../support/posts.ts';
import { actAs, createTestContext } from '../support/test-context.ts';
import { lookAt, openBrowser, openFor } from './browser.ts';

const browser = await openBrowser();
const ctx = await createTestContext();
await approveCorpus(ctx, [invented]);
const http = { host: '127.0.0.1', port: 0 };
const server = await startServer({ ...ctx, config: { ...ctx.config, http } });
afterAll(() => server[Symbol.asyncDispose]());

const drafter = await actAs(ctx, 'nguoi-soan', ['drafter']);
const first = await actAs(ctx, 'nguoi-duyet-1', ['reviewer']);
const second = await actAs(ctx, 'nguoi-duyet-2', ['reviewer']);
const third = await actAs(ctx, 'nguoi-duyet-3', ['reviewer']);

const approved = await analysedPost(ctx, contradictingClaim);
await submitForReview(drafter, approved);
await approveInReview([first, second], approved);
const returned = await analysedPost(ctx, `Nghe nói thế này. ${contradictingClaim}`);
await submitForReview(drafter, returned);
await putFirst(ctx, returned);
await disagree();

/** Two people read it and differ; a comment stands beside the draft. */
async function disagree(): Promise<void> {
  for (const [reviewer, verdict] of [
    [first, 'approve'],
    [second, 'return'],
  ] as const) {
    const lease = await leaseNext(reviewer, { leaseMs: 60_000 });
    const { draft } = await readItem(reviewer, returned);
    if (lease === null || draft === null) throw new Error('nothing to review');
    const name = drafter.actor.name;
    const text = `@[${name}] câu thứ hai nên nêu rõ điều khoản.`;
    if (verdict === 'return') await writeComment(reviewer, { postId: returned, text });
    const label = verdict === 'return' ? 'unclear' : 'supported';
    await decide(reviewer, {
      itemId: lease.itemId,
      leaseToken: lease.token,
      fence: lease.fence,
      contentSha256: draft.content_sha256,
      verdict,
      reason: verdict === 'return' ? 'Câu 2 chưa rõ.' : 'Đã đọc từng câu.',
      labels: draft.sentences.map(({ ordinal }) => ({
        ordinal,
        label: ordinal === 2 ? label : 'supported',
      })),
    });
  }
}

async function open(who: Context) {
  const cookie = await sessionCookieOf(ctx, who.actor);
  return openFor(browser, { url: server.url, cookie, locale: 'vi', script: true });
}

test.each([
  ['account', '/account', first],
  ['notices', '/notices', drafter],
  ['statistics', '/statistics', first],
  ['third-look-none', '/third-look', third],
  ['item-disagreed', `/posts/${returned}`, drafter],
  ['item-exports', `/posts/${approved}`, first],
] as const)(
  '%s is sound in both languages, at two widths and in the dark',
  async (name, path, who) => {
    const person = await open(who);
    await person.page.goto(path);
    expect(await lookAt(person, name)).toEqual([]);
    await person.context.close();
  },
);

test('a third look is given without script', async () => {
  const approval = await ctx.db.selectFrom('approval').select('id').executeTakeFirstOrThrow();
  await ctx.db
    .insertInto('third_look')
    .values({ approval_id: approval.id, chosen_at: ctx.clock() })
    .execute();
  const looking = await open(third);
  await looking.page.goto('/third-look');
  expect(await lookAt(looking, 'third-look')).toEqual([]);
  await looking.context.close();
  const cookie = await sessionCookieOf(ctx, third.actor);
  const { page, context } = await openFor(browser, {
    ...{ url: server.url, cookie, locale: 'vi', script: false },
  });
  await page.goto('/third-look');
  for (const label of await page.locator('.labels input[value="supported"]').all()) {
    await label.check();
  }
  await page.locator('input[name="verdict"][value="agree"]').check();
  await page.locator('textarea[name="reason"]').fill('Đọc lại, các câu đều có nguồn.');
  await page.locator('#decide').click();
  await page.getByText(catalogues.vi.thirdLook.given).waitFor();
  const given = await ctx.db.selectFrom('third_look').select('verdict').executeTakeFirst();
  expect(given).toEqual({ verdict: 'agree' });
  await context.close();
});

test('who has the wrong role is told so on the pages of others', async () => {
  const roles: Role[] = ['corpus_editor'];
  const person = await open(await actAs(ctx, 'bien-tap', roles));
  const answer = await person.page.goto('/third-look');
  expect(answer?.status()).toBe(403);
  await person.context.close();
});
