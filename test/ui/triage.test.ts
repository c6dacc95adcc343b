import { afterAll, expect, test } from 'vitest';
import { startServer } from '#http/server.ts';
import { vi } from '#http/ui/locales/vi.ts';
import { readItem } from '#review/index.ts';
import type { Context } from '../../src/context.ts';
import { submitForReview } from '../support/approved.ts';
import { approveCorpus, contradictingClaim, invented } from '../support/corpus.ts';
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

const triager = await actAs(ctx, 'phan-loai', ['triager']);
const auditor = await actAs(ctx, 'kiem-toan', ['auditor']);
const drafter = await actAs(ctx, 'soan', ['drafter']);
const reason = 'Nhiều người gửi bài này.';

/** Three near copies of a story of this team's own, and one of their neighbours that is in review. */
async function stage(team: string) {
  const story =
    `Thư viện giả định ${team} vừa thông báo sẽ cho mỗi bạn đọc mượn tối đa 4 cuốn sách trong 30 ngày, ` +
    'mọi người nhớ mang theo thẻ khi đến mượn.';
  const copies = [];
  for (const text of [story, `Cả nhà đọc tin này nhé: ${story}`, `${story} Chia sẻ giúp mình.`]) {
    copies.push(await analysedPost(ctx, text));
  }
  const reviewed = await analysedPost(ctx, `Bạn ở ${team} kể lại. ${contradictingClaim}`);
  return { copies, reviewed };
}

async function open(who: Context, script: boolean) {
  const cookie = await sessionCookieOf(ctx, who.actor);
  return openFor(browser, { url: server.url, cookie, locale: 'vi', script });
}

test.each([
  ['with script', true, 'Phượng Đỏ'],
  ['without script', false, 'Bằng Lăng'],
])('search, unfold, decide a cluster, and undo: %s', async (_name, script, team) => {
  const { copies, reviewed } = await stage(team);
  const person = await open(triager, script);
  const { page } = person;
  const bare = team
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('Đ', 'D')
    .toLowerCase();
  await page.goto('/triage');
  if (script) await page.keyboard.press('/');
  await page.locator('input[name="text"]').fill(bare);
  await page.locator('input[name="text"]').press('Enter');
  await page.waitForURL(/text=/);
  const rows = page.locator('tr[data-row]');
  expect(await rows.count()).toBe(2);
  const cluster = rows.filter({ has: page.locator('input[name="cluster"]') });
  await cluster.locator('summary').click();
  expect(await cluster.locator('.members li').count()).toBe(3);
  if (script) expect(await lookAt(person, 'triage-cluster')).toEqual([]);
  // Somebody submits one for review after the list was opened.
  await submitForReview(drafter, reviewed);
  await cluster.locator('input[name="cluster"]').check();
  await rows.locator('input[name="post"][value="' + reviewed + '"]').check();
  if (script) {
    expect(await page.locator('[data-chosen] strong').textContent()).toBe('4');
    await page.locator('h1').click();
    await page.keyboard.press('m');
    expect(await page.evaluate('document.activeElement.value')).toBe('monitor');
  }
  await page.locator('input[name="decision"][value="monitor"]').check();
  await page.locator('textarea[name="reason"]').fill(reason);
  await page.locator('form#triage button.primary').click();
  await page.waitForURL(/bulk=/);
  const outcome = page.locator('#bulk');
  expect(await outcome.textContent()).toContain(vi.triage.done(3, vi.decisions.monitor));
  expect(await outcome.textContent()).toContain(vi.triage.refusals.in_review);
  if (script) expect(await lookAt(person, 'triage-decided')).toEqual([]);
  for (const id of copies) expect((await readItem(triager, id)).response?.decision).toBe('monitor');
  await outcome.locator('button').click();
  await page.locator('#bulk', { hasText: vi.triage.undone(3) }).waitFor();
  for (const id of copies) expect((await readItem(triager, id)).response).toBeNull();
  await person.context.close();
});

test('a refused form keeps what was typed; other states are sound too', async () => {
  await stage('Hoa Mai');
  const person = await open(triager, true);
  const { page } = person;
  await page.goto('/triage?decision=any&language=vi&state=ANALYSED&order=submissions');
  expect(await lookAt(person, 'triage-filtered')).toEqual([]);
  await page.locator('.choose-all input').check();
  await page.locator('input[name="decision"][value="respond"]').check();
  await page.locator('textarea[name="reason"]').fill('  ');
  await page.locator('form#triage').evaluate('(form) => { form.noValidate = true; }');
  await page.locator('form#triage button.primary').click();
  await page.locator('[role="alert"]').waitFor();
  expect(await page.locator('[role="alert"]').textContent()).toContain(
    vi.problems['triage:validation:reason'].message,
  );
  expect(await page.locator('input[name="decision"][value="respond"]').isChecked()).toBe(true);
  expect(await page.locator('.choose input:checked').count()).toBeGreaterThan(0);
  await page.goto('/triage?text=khongcotunay');
  expect(await page.locator('.empty').textContent()).toContain(vi.triage.nothing);
  expect(await lookAt(person, 'triage-empty')).toEqual([]);
  await person.context.close();
});

test('whoever may not decide reads the list', async () => {
  const person = await open(auditor, true);
  await person.page.goto('/triage?decision=any');
  expect(await person.page.locator('form#triage, input[data-choice]').count()).toBe(0);
  expect(await lookAt(person, 'triage-read')).toEqual([]);
  await person.context.close();
});
