import { afterAll, describe, expect, test } from 'vitest';
import { writeComment } from '#comments/index.ts';
import { startServer } from '#http/server.ts';
import { en } from '#http/ui/locales/en.ts';
import { vi } from '#http/ui/locales/vi.ts';
import { approveCorpus, contradictingClaim, invented } from '../support/corpus.ts';
import { password, personOf, sessionCookieOf } from '../support/people.ts';
import { analysedPost } from '../support/posts.ts';
import { actAs, createTestContext } from '../support/test-context.ts';
import { lookAt, openBrowser, openFor, takePictures } from './browser.ts';

const ctx = await createTestContext();
const http = { host: '127.0.0.1', port: 0 };
const server = await startServer({ ...ctx, config: { ...ctx.config, http } });
const { url } = server;
afterAll(() => server[Symbol.asyncDispose]());
const browser = await openBrowser();
await approveCorpus(ctx, [invented]);
const postId = await analysedPost(ctx, `Một bài đăng giả định.\n${contradictingClaim}`);
const triager = await personOf(ctx, 'triager', 'drafter', 'reviewer');

async function open({
  script = true,
  locale = 'vi',
}: { script?: boolean; locale?: 'vi' | 'en' } = {}) {
  const cookie = await sessionCookieOf(ctx, triager);
  return openFor(browser, { url, cookie, locale, script });
}

describe('pages of the frame', () => {
  test.each(['/welcome', '/keys', '/account', '/confirm', '/notices', '/khong-co'])(
    '%s is sound in both languages, at two widths and in the dark',
    async (path) => {
      const person = await open();
      await person.page.goto(path);
      expect(await lookAt(person, `shell${path.replaceAll('/', '-')}`)).toEqual([]);
      await person.context.close();
    },
  );

  test.each(['/login', '/login/code', '/welcome', '/keys'])(
    '%s is sound before signing in',
    async (path) => {
      const person = await open();
      await person.context.clearCookies();
      await person.page.goto(path);
      expect(await lookAt(person, `shell-out${path.replaceAll('/', '-')}`)).toEqual([]);
      await person.context.close();
    },
  );

  test('the background is dark when the person wants it, whatever the system has', async () => {
    const { page, context } = await open({ script: false });
    await page.goto('/account');
    await page.getByRole('radio', { name: vi.shell.themes.dark }).check();
    await page.getByRole('button', { name: vi.preferences.button }).click();
    await page.getByText(vi.accountNotices.preferences).waitFor();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    await takePictures(page, 'shell-account-chosen-dark');
    await context.close();
  });
});

describe('keys', () => {
  test('lead to pages and rows, open the sheet, and give the focus back', async () => {
    const { page, context } = await open();
    await page.keyboard.press('j');
    expect(await page.evaluate('document.activeElement.closest("[data-row]") !== null')).toBe(true);
    const before = await page.evaluate('document.activeElement.outerHTML');
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: vi.keySheet.title });
    await sheet.waitFor();
    expect(await sheet.getByText(vi.layout.triage).count()).toBe(1);
    await takePictures(page, 'shell-sheet');
    await page.keyboard.press('Escape');
    expect(await sheet.isVisible()).toBe(false);
    expect(await page.evaluate('document.activeElement.outerHTML')).toBe(before);
    await page.keyboard.press('g');
    await page.keyboard.press('c');
    await page.waitForURL('**/corpus');
    await page.keyboard.press('g');
    await page.keyboard.press('p');
    await page.waitForURL('**/account');
    await context.close();
  });

  test('do nothing while somebody types, or when they are off', async () => {
    const { page, context } = await open();
    await page.goto('/submit');
    const field = page.locator('textarea').first();
    await field.focus();
    await page.keyboard.type('g?jc');
    expect(await field.inputValue()).toBe('g?jc');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.goto('/account?keys=off');
    await page.keyboard.press('?');
    expect(await page.locator('dialog[open]').count()).toBe(0);
    await page.goto('/account?keys=on');
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await context.close();
  });
});

describe('an open page', () => {
  test('is told of a new notice and shows it by itself', async () => {
    const { page, context } = await open();
    await page.goto('/keys');
    const count = page.locator('.site [data-live-count="notices.count"]');
    const before = await count.textContent();
    await page.waitForTimeout(1500);
    const drafter = await actAs(ctx, 'nhac-den', ['drafter']);
    await writeComment(drafter, { postId, text: `@${triager.name} xem giúp` });
    await expect.poll(() => count.textContent(), { timeout: 8000 }).not.toBe(before);
    await context.close();
  });
});

const long =
  'Đoạn một: “Thư viện giả định” mở cửa.\n\nĐoạn hai </textarea> <script>alert(1)</script> & "ngoặc".\n'.repeat(
    40,
  );

test.each([true, false])('a session that ended loses no text (script: %s)', async (script) => {
  const { page, context } = await open({ script });
  await page.goto('/submit');
  await page.locator('textarea[name="text"]').fill(long);
  await context.clearCookies({ name: /session/ });
  await page
    .locator('form:has(textarea[name="text"]) button[type="submit"]:not([formaction])')
    .click();
  await page.getByRole('heading', { name: vi.kept.endedTitle }).waitFor();
  expect(await page.getByRole('textbox', { name: /text/ }).inputValue()).toBe(long);
  if (script) await takePictures(page, 'shell-session-ended');
  await page.locator('#email').fill(triager.email);
  await page.locator('#password').fill(password);
  await page.getByRole('button', { name: vi.login.button }).click();
  await page.getByText(vi.kept.goOnIntro).waitFor();
  expect(await page.getByRole('textbox', { name: /text/ }).inputValue()).toBe(long);
  if (script) await takePictures(page, 'shell-go-on');
  await page.getByRole('button', { name: vi.kept.goOn }).click();
  await page.waitForURL(/\/posts\//);
  expect(await page.locator('body').textContent()).toContain(
    'Đoạn hai </textarea> <script>alert(1)',
  );
  await context.close();
});

test('the frame in English', async () => {
  const { page, context } = await open({ locale: 'en' });
  await page.locator('.menu > summary').click();
  await page.getByRole('link', { name: en.shell.themes.dark }).click();
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  await page.locator('.menu > summary').click();
  await page.getByRole('button', { name: en.layout.logout }).click();
  await page.waitForURL('**/login');
  await context.close();
});
