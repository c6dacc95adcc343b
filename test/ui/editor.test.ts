import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer } from '#http/server.ts';
import { catalogues } from '#http/ui/locale.ts';
import { readItem } from '#review/index.ts';
import { approveCorpus, contradictingClaim, invented } from '../support/corpus.ts';
import { analysedPost } from '../support/posts.ts';
import { createTestContext } from '../support/test-context.ts';
import { lookAt, openBrowser, seriousFaults, takePictures } from './browser.ts';
import { closeTeam, openTeam, type Team } from './people.ts';

const browser = await openBrowser();
const ctx = await createTestContext();
await approveCorpus(ctx, [invented]);
const http = { host: '127.0.0.1', port: 0 };
const server = await startServer({ ...ctx, config: { ...ctx.config, http } });
const t = catalogues.vi;
let team: Team;
let plain: Team;
beforeAll(async () => {
  const { url } = server;
  team = await openTeam(ctx, browser, { team: 'viet', url, locale: 'vi', script: true });
  plain = await openTeam(ctx, browser, { team: 'khong', url, locale: 'vi', script: false });
});
afterAll(async () => {
  await closeTeam(team);
  await closeTeam(plain);
  await server[Symbol.asyncDispose]();
});

const naughty = '"><img src=x onerror=alert(1)> {{7*7}} ﷽ ‮ đảo chữ';
const wrong = ' Đã có 77 vụ.';

test('with script: findings come and go while typing, a citation opens its passage, rows move', async () => {
  const postId = await analysedPost(ctx, `${naughty}\n${contradictingClaim}`);
  const { page } = team.drafter;
  await page.goto(`/posts/${postId}`);
  await page.keyboard.press('e');
  await page.waitForURL('**/edit');
  expect(await lookAt(team.drafter, 'editor')).toEqual([]);

  const field = page.locator('#s4-text');
  const said = await field.inputValue();
  await field.fill(said + wrong);
  const found = page.locator('#s4-findings');
  await found.getByText(t.lint.findings.number_mismatch.message).waitFor();
  expect(await found.locator('mark').first().innerText()).toContain('77');
  expect(await page.locator('[data-spoken]').innerText()).not.toBe('');
  expect(await seriousFaults(page)).toEqual([]);
  await takePictures(page, 'editor-finding');
  await field.fill(said);
  await found.getByText(t.lint.findings.number_mismatch.message).waitFor({ state: 'detached' });

  const chip = page.locator('#row-s1 [data-chip]').first();
  await chip.click();
  const quote = await page.locator('#s1-c0-quote').inputValue();
  expect(await page.locator('[data-viewer] mark.quote').innerText()).toBe(quote);
  expect(await seriousFaults(page)).toEqual([]);
  await takePictures(page, 'editor-passage');
  await page.keyboard.press('Escape');
  expect(
    await page.evaluate('document.activeElement.closest("#row-s1 [data-chip]") !== null'),
  ).toBe(true);

  await page.locator('#row-s4 [data-open-picker]').click();
  await page.keyboard.type('mượn sách');
  await page.keyboard.press('Enter');
  const pick = page.locator('[data-results] .pick').first();
  await pick.locator('summary').click();
  await pick.locator('input[type=checkbox]').last().check();
  await takePictures(page, 'editor-picker');
  await pick.locator('[data-cite]').click();
  const citations = page.locator('#row-s4 [data-citation]');
  const count = await citations.count();
  expect(
    await citations
      .nth(count - 2)
      .locator('textarea')
      .inputValue(),
  ).not.toBe('');
  await citations
    .nth(count - 2)
    .locator('summary')
    .click();
  await citations
    .nth(count - 2)
    .locator('[data-drop-citation]')
    .click();

  await page.locator('#row-s4 [data-row-action=add]').click();
  await page.keyboard.type('Câu thừa.');
  const added = page.locator('[data-edit-row].active');
  await added.locator('[data-row-action=remove]').click();
  expect(await added.locator('[data-removed]').isVisible()).toBe(true);
  await page.locator('#s3-text').focus();
  await page.keyboard.press('Alt+ArrowUp');
  expect(await page.locator('#s3-position').inputValue()).toBe('20');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Control+Enter');
  await page.waitForURL('**notice=edit**');
  const { draft } = await readItem(ctx, postId);
  expect(draft).toMatchObject({ revision: 2, blocked: false });
  expect(draft?.sentences.map(({ text }) => text)).not.toContain('Câu thừa.');
  expect(await lookAt(team.drafter, 'item-edited')).toEqual([]);
}, 180_000);

test('a lost connection never stops the typing, and unsaved words are not lost unasked', async () => {
  const postId = await analysedPost(ctx, `Mất mạng.\n${contradictingClaim}`);
  const { page, context } = team.drafter;
  await page.goto(`/posts/${postId}/edit`);
  await context.setOffline(true);
  await page.locator('#s1-text').fill('Vẫn viết tiếp.');
  await page.getByText(t.editor.offline).waitFor();
  expect(await page.locator('#s1-text').inputValue()).toBe('Vẫn viết tiếp.');
  await context.setOffline(false);
  await page.getByText(t.editor.offline).waitFor({ state: 'hidden' });
  const asked = new Promise<string>((resolve) => {
    page.once('dialog', (dialog) => {
      resolve(dialog.type());
      void dialog.accept();
    });
  });
  await page.goto(`/posts/${postId}`);
  expect(await asked).toBe('beforeunload');
}, 60_000);

test('without script: saving says what is wrong, a citation is a page, an emptied row goes', async () => {
  const postId = await analysedPost(ctx, `Không kịch bản.\n${contradictingClaim}`);
  const { page, context } = plain.drafter;
  await page.goto(`/posts/${postId}`);
  await page.locator('a#edit').click();
  const said = await page.locator('#s4-text').inputValue();
  await page.locator('#s4-text').fill(said + wrong);
  await page.getByRole('button', { name: t.draft.saveButton }).click();
  await page.getByText(t.editor.savedBlocked).waitFor();
  const { message } = t.lint.findings.number_mismatch;
  expect(await page.locator('#s4-findings').innerText()).toContain(message);
  await takePictures(page, 'editor-plain');
  const [opened] = await Promise.all([
    context.waitForEvent('page'),
    page.locator('#row-s1 [data-chip]').first().click(),
  ]);
  await opened.waitForLoadState();
  const quote = await page.locator('#s1-c0-quote').inputValue();
  expect(await opened.locator('mark.quote').innerText()).toBe(quote);
  await takePictures(opened, 'passage-plain');
  await opened.close();
  await page.locator('#s4-text').fill(said);
  await page.getByRole('button', { name: t.draft.saveButton }).click();
  await page.waitForURL('**notice=edit#draft');
  expect((await readItem(ctx, postId)).draft).toMatchObject({ revision: 3, blocked: false });
}, 120_000);

test('a post of many claims stays readable, and keys go from claim to claim', async () => {
  const claims = Array.from(
    { length: 6 },
    (_, one) =>
      `Mỗi bạn đọc của thư viện giả định được mượn tối đa ${one + 6} cuốn sách trong 30 ngày.`,
  );
  const postId = await analysedPost(
    ctx,
    [...claims, 'Tôi nghĩ thư viện đẹp!', 'Bao giờ mở cửa?', contradictingClaim].join('\n'),
  );
  const { page } = team.drafter;
  await page.goto(`/posts/${postId}`);
  expect(await page.locator('.claim-index li').count()).toBe(9);
  await page.keyboard.press('c');
  await page.keyboard.press('c');
  expect(new URL(page.url()).hash).toBe('#claim-2');
  await page.keyboard.press('p');
  expect(await page.evaluate('document.activeElement.id')).toBe('claim-1');
  expect(await lookAt(team.drafter, 'item-many')).toEqual([]);
}, 90_000);
