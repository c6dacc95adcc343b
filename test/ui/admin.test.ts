import { afterAll, expect, test } from 'vitest';
import { runVerification } from '#audit/index.ts';
import type { Role } from '#db/roles.ts';
import { startServer } from '#http/server.ts';
import { catalogues } from '#http/ui/locale.ts';
import { newId } from '#platform/ids.ts';
import { readFile } from 'node:fs/promises';
import { approveInReview, submitForReview } from '../support/approved.ts';
import { approveCorpus, contradictingClaim, invented } from '../support/corpus.ts';
import { personOf, sessionCookieOf } from '../support/people.ts';
import { analysedPost } from '../support/posts.ts';
import { actAs, createTestContext } from '../support/test-context.ts';
import { lookAt, openBrowser, openFor, type Person, takePictures } from './browser.ts';

const browser = await openBrowser();
const ctx = await createTestContext();
await approveCorpus(ctx, [invented]);
const postId = await analysedPost(ctx, contradictingClaim);
await submitForReview(await actAs(ctx, 'du-thao', ['drafter']), postId);
const reviewers = [
  await actAs(ctx, 'duyet-1', ['reviewer']),
  await actAs(ctx, 'duyet-2', ['reviewer']),
];
await approveInReview(reviewers, postId);
const { userId: drafterId } = await personOf(ctx, 'drafter');
const http = { host: '127.0.0.1', port: 0 };
const server = await startServer({ ...ctx, config: { ...ctx.config, http } });
afterAll(() => server[Symbol.asyncDispose]());
const t = catalogues.vi;

async function open(role: Role, script: boolean): Promise<Person> {
  const { actor } = await actAs(ctx, role, [role]);
  const cookie = await sessionCookieOf(ctx, actor);
  return openFor(browser, { url: server.url, cookie, locale: 'vi', script });
}

test('an admin works with people, keys and thresholds without script', async () => {
  const admin = await open('admin', false);
  const { page } = admin;
  await page.goto('/admin/users');
  await page.getByText(t.usersPage.create).first().click();
  const name = `Bình-${newId()}`;
  await page.locator('#name').fill(name);
  await page.getByLabel(t.roles.auditor, { exact: true }).check();
  await page.getByRole('button', { name: t.usersPage.createButton }).click();
  await page.getByText(t.adminNotices.userCreated).waitFor();
  expect(await page.locator('h1').innerText()).toBe(name);

  await page.goto('/admin/keys');
  await page.getByText(t.keysPage.issue).click();
  await page.locator('#label').fill('nhập bài thư viện giả định');
  await page.getByRole('button', { name: t.keysPage.issueButton }).click();
  const secret = await page.locator('[data-secret]').innerText();
  expect(secret).toMatch(/^dct_/);
  await takePictures(page, 'admin-key-issued-vi');
  await page.goto('/admin/keys');
  expect(await page.content()).not.toContain(secret);
  await page
    .getByRole('button', { name: t.keysPage.revokeOne('nhập bài thư viện giả định') })
    .click();
  await page.getByText(t.adminNotices.keyRevoked).waitFor();

  await page.goto('/admin/thresholds');
  await page.getByText(t.thresholdsPage.propose).first().click();
  await page.locator('#value').fill('0,7');
  await page.locator('#reason').fill('Đo lại trên bộ mẫu giả định.');
  await page.getByRole('button', { name: t.thresholdsPage.proposeButton }).click();
  await page.getByText(t.adminNotices.proposed).waitFor();
  const other = await open('admin', true);
  await other.page.goto('/admin/thresholds');
  await other.page.getByRole('button', { name: t.thresholdsPage.approve }).click();
  await other.page.getByText(t.adminNotices.approved).waitFor();
  await other.context.close();
  await admin.context.close();
}, 120_000);

test('an auditor searches, verifies, and checks a bundle', async () => {
  const auditor = await open('auditor', false);
  const { page } = auditor;
  await page.goto('/audit');
  await page.locator('#action').selectOption('review.decided');
  await page.getByRole('button', { name: t.trail.apply }).click();
  expect(await page.locator('.events > li').count()).toBe(2);
  await page.goto('/audit/verify');
  await page.getByRole('button', { name: t.verification.button }).click();
  await page.getByText(t.verification.waiting).waitFor();
  await runVerification(ctx, async () => null);
  await page.getByRole('link', { name: t.verification.reload }).click();
  await page.locator('.notice').waitFor();
  await page.goto('/audit/bundles');
  const downloading = page.waitForEvent('download');
  await page.locator('tbody button').first().click();
  const file = await (await downloading).path();
  await page.goto('/audit/bundles');
  const bundle = {
    name: 'a.bundle.json',
    mimeType: 'application/json',
    buffer: await readFile(file),
  };
  await page.locator('#file').setInputFiles(bundle);
  await page.getByRole('button', { name: t.bundlePages.checkButton }).click();
  await page.getByText(t.bundlePages.good).waitFor();
  await takePictures(page, 'audit-bundle-good-vi');
  await page.goto('/admin/users');
  expect(await page.locator('h1').innerText()).not.toBe(t.admin.users);
  await auditor.context.close();
}, 120_000);

test.each([
  ['auditor', 'audit', '/audit'],
  ['auditor', 'audit-history', `/audit/entity/post/${postId}`],
  ['auditor', 'audit-verify', '/audit/verify'],
  ['auditor', 'audit-bundles', '/audit/bundles'],
  ['admin', 'admin-users', '/admin/users'],
  ['admin', 'admin-user', `/admin/users/${drafterId}`],
  ['admin', 'admin-keys', '/admin/keys?of=all'],
  ['admin', 'admin-thresholds', '/admin/thresholds'],
  ['admin', 'admin-topics', '/admin/topics'],
  ['admin', 'admin-webhooks', '/admin/webhooks'],
  ['admin', 'admin-system', '/admin/system'],
  ['evaluator', 'admin-golden', '/admin/golden'],
] as const)(
  '%s: %s is sound in both languages, at two widths and in the dark',
  async (role, name, path) => {
    const person = await open(role, true);
    await person.page.goto(path);
    await person.page.evaluate(
      'document.querySelectorAll("details").forEach((one) => (one.open = true))',
    );
    expect(await lookAt(person, name)).toEqual([]);
    await person.context.close();
  },
  60_000,
);
