import { afterAll, expect, test } from 'vitest';
import { startServer } from '#http/server.ts';
import { catalogues } from '#http/ui/locale.ts';
import type { Context } from '../../src/context.ts';
import { submitForReview } from '../support/approved.ts';
import { approveCorpus, contradictingClaim, invented } from '../support/corpus.ts';
import { ageLease, putFirst } from '../support/leases.ts';
import { sessionCookieOf } from '../support/people.ts';
import { analysedPost } from '../support/posts.ts';
import { actAs, createTestContext } from '../support/test-context.ts';
import { lookAt, openBrowser, openFor, type Person, takePictures } from './browser.ts';
import { judge, takeNext } from './story.ts';

const browser = await openBrowser();
const ctx = await createTestContext();
await approveCorpus(ctx, [invented]);
const server = await startServer({
  ...ctx,
  config: { ...ctx.config, http: { host: '127.0.0.1', port: 0 } },
});
afterAll(() => server[Symbol.asyncDispose]());

const t = catalogues.vi;
const drafter = await actAs(ctx, 'nguoi-soan', ['drafter']);
let posts = 0;

async function inReview(): Promise<string> {
  posts += 1;
  const postId = await analysedPost(ctx, `Bản tin thứ ${posts}.\n${contradictingClaim}`);
  await submitForReview(drafter, postId);
  await putFirst(ctx, postId);
  return postId;
}

async function reviewer(name: string, script = true): Promise<Person & { acting: Context }> {
  const acting = await actAs(ctx, name, ['reviewer']);
  const cookie = await sessionCookieOf(ctx, acting.actor);
  const person = await openFor(browser, { url: server.url, cookie, locale: 'vi', script });
  return { ...person, acting };
}

const decisionsOn = async (postId: string) =>
  ctx.db
    .selectFrom('review_decision as r')
    .innerJoin('draft as d', 'd.id', 'r.draft_id')
    .select(['r.verdict', 'r.reason'])
    .where('d.post_id', '=', postId)
    .execute();

test('a review by keys alone: sentences, labels, sources, verdict, the next item', async () => {
  const postId = await inReview();
  const one = await reviewer('ban-phim');
  const { page } = one;
  expect(await lookAt(one, 'queue-waiting')).toEqual([]);
  await page.goto('/');
  await page.keyboard.press('n');
  await page.waitForURL(`**/posts/${postId}/review`);
  expect(await lookAt(one, 'review-held')).toEqual([]);
  await page.goto(`/posts/${postId}/review`);
  const rows = page.locator('.judge-list > li');
  const count = await rows.count();
  const shown = page.locator('.quoted > li:visible');
  const all = await shown.count();
  expect(all).toBeGreaterThan(0);
  for (let index = 0; index < count; index += 1) {
    await page.keyboard.press('j');
    const row = rows.nth(index);
    expect(await row.getAttribute('class')).toContain('read');
    const quotes = ((await row.getAttribute('data-quotes')) ?? '').split(' ').filter(Boolean);
    expect(await shown.count()).toBe(quotes.length);
    await page.keyboard.press('1');
    expect(await row.locator('input[value="supported"]').isChecked()).toBe(true);
  }
  await page.keyboard.press('a');
  expect(await shown.count()).toBe(all);
  const judged = t.workspace.judged(String(count), String(count));
  expect(await page.locator('#judged').innerText()).toBe(judged);
  await takePictures(page, 'review-judged-vi');
  await page.getByLabel(t.verdicts.approve, { exact: true }).focus();
  await page.keyboard.press('Space');
  await page.locator('#review-reason').fill('Bằng phím.');
  await page.keyboard.press('Control+Enter');
  await page.getByText(t.workspace.waitingTitle).waitFor();
  expect(await decisionsOn(postId)).toEqual([{ verdict: 'approve', reason: 'Bằng phím.' }]);
  expect(await lookAt(one, 'review-first-decided')).toEqual([]);

  const two = await reviewer('nguoi-thu-hai');
  await takeNext(two, `/posts/${postId}`, 'vi');
  expect(await two.page.getByText('Bằng phím.').count()).toBe(0);
  await two.page.locator('.labels input[value="unclear"]').nth(1).check();
  await judgeRest(two);
  await two.page.getByText(t.reviews.outcomes.RETURNED).waitFor();
  expect(await two.page.getByText(t.reviews.differs).count()).toBeGreaterThan(0);
  expect(await lookAt(two, 'review-compared')).toEqual([]);
  await one.context.close();
  await two.context.close();
}, 240_000);

/** Everything but what has a label already is supported; the draft is returned. */
async function judgeRest({ page }: Person): Promise<void> {
  for (const labels of await page.locator('.labels').all()) {
    if ((await labels.locator('input:checked').count()) > 0) continue;
    await labels.locator('input[value="supported"]').check();
  }
  await page.getByLabel(t.verdicts.return, { exact: true }).check();
  await page.locator('#review-reason').fill('Câu thứ hai chưa rõ.');
  await page.locator('#decide').click();
}

test('without script: the whole review, and kept words when the item is kept', async () => {
  const postId = await inReview();
  const { page, context, ...rest } = await reviewer('khong-script', false);
  const person = { page, context, ...rest };
  await takeNext(person, `/posts/${postId}`, 'vi');
  await page.locator('.labels input[value="tone"]').first().check();
  await page.locator('#review-reason').fill('Đang đọc dở.');
  await page.locator('#renew').click();
  await page.getByText(t.queueNotices.lease_renewed).waitFor();
  expect(await page.locator('.labels input[value="tone"]').first().isChecked()).toBe(true);
  expect(await page.locator('#review-reason').inputValue()).toBe('Đang đọc dở.');
  await page.locator('.judge-list a.ref').first().click();
  expect(new URL(page.url()).hash).toMatch(/^#source-\d+$/);
  await judge(person, 'vi', 'Đã đọc, không dùng script.');
  expect(await decisionsOn(postId)).toHaveLength(1);
  await context.close();
}, 120_000);

test('two reviewers who ask at once hold two items, or one is told that nothing waits', async () => {
  const [a, b] = [await inReview(), await inReview()];
  const people = [await reviewer('cung-luc-1'), await reviewer('cung-luc-2')];
  await Promise.all(
    people.map(async ({ page }) => {
      await page.goto('/');
      await page.keyboard.press('n');
      await page.waitForURL('**/review');
    }),
  );
  const held = people.map(({ page }) => new URL(page.url()).pathname);
  expect(new Set(held)).toEqual(new Set([`/posts/${a}/review`, `/posts/${b}/review`]));
  const [first] = people;
  const late = await reviewer('den-sau');
  await late.page.goto(held[0] ?? '');
  await late.page.getByText(first?.acting.actor.name ?? '-').waitFor();
  expect(await late.page.locator('#decide').count()).toBe(0);
  expect(await lookAt(late, 'review-held-by-other')).toEqual([]);
  for (const { context } of [...people, late]) await context.close();
}, 120_000);

test('a second tab takes the item over; the first says so and keeps what was written', async () => {
  const postId = await inReview();
  const person = await reviewer('hai-the');
  await takeNext(person, `/posts/${postId}`, 'vi');
  await person.page.locator('#review-reason').fill('Viết ở thẻ thứ nhất.');
  const second = await person.context.newPage();
  await second.goto('/');
  await second.getByRole('button', { name: t.queue.takeNext }).click();
  await second.waitForURL(`**/posts/${postId}/review`);
  await person.page.locator('#renew').click();
  const said = t.problems['turn:conflict:lease_token'].message;
  await person.page.locator('#lease-said').getByText(said).waitFor();
  expect(await person.page.locator('#review-reason').inputValue()).toBe('Viết ở thẻ thứ nhất.');
  await person.context.close();
}, 120_000);

test('a decision sent twice is one decision and one friendly page', async () => {
  const postId = await inReview();
  const person = await reviewer('bam-hai-lan');
  const { page } = person;
  await takeNext(person, `/posts/${postId}`, 'vi');
  const fields = await page.evaluate(`(() => {
    for (const one of document.querySelectorAll('.labels input[value="supported"]')) one.checked = true;
    document.querySelector('input[name="verdict"][value="approve"]').checked = true;
    document.querySelector('#review-reason').value = 'Một lần thôi.';
    return [...new FormData(document.querySelector('#review-form'))];
  })()`);
  const send = () =>
    page.evaluate<[number, string, string]>(
      `fetch('/posts/${postId}/decide', { method: 'POST', body: new URLSearchParams(${JSON.stringify(fields)}) })
        .then(async (answer) => [answer.status, answer.url, await answer.text()])`,
    );
  const answers = await Promise.all([send(), send()]);
  for (const [status, url, html] of answers) {
    expect([status, new URL(url).search]).toEqual([200, '?notice=decided']);
    expect(html).toContain(t.workspace.waitingTitle);
  }
  expect(await decisionsOn(postId)).toEqual([{ verdict: 'approve', reason: 'Một lần thôi.' }]);
  await person.context.close();
}, 120_000);

test.each([true, false])(
  'a lease that runs out while one reads loses no word (script: %s)',
  async (script) => {
    const postId = await inReview();
    const person = await reviewer(`het-gio-${script}`, script);
    const { page } = person;
    await takeNext(person, `/posts/${postId}`, 'vi');
    await ageLease(ctx, postId);
    await page.getByLabel(t.verdicts.return, { exact: true }).check();
    for (const label of await page.locator('.labels input[value="unclear"]').all()) {
      await label.check();
    }
    await page.locator('#review-reason').fill('Viết lúc sắp hết giờ.');
    await page.locator('#decide').click();
    await page.getByText(t.problems['review:conflict:lease_token'].message).waitFor();
    expect(await decisionsOn(postId)).toEqual([]);
    if (script) await takePictures(page, 'review-ran-out-vi');
    expect(await page.locator('#review-reason').inputValue()).toBe('Viết lúc sắp hết giờ.');
    await page.getByRole('button', { name: t.turn.take }).click();
    await page.getByText(t.workspaceNotices.taken_again).waitFor();
    expect(await page.locator('.labels input[value="unclear"]').first().isChecked()).toBe(true);
    await page.locator('#decide').click();
    await page.getByText(t.workspace.waitingTitle).waitFor();
    expect(await decisionsOn(postId)).toEqual([
      { verdict: 'return', reason: 'Viết lúc sắp hết giờ.' },
    ]);
    await person.context.close();
  },
  120_000,
);
