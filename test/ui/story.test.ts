import { readFile } from 'node:fs/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { startServer } from '#http/server.ts';
import { catalogues } from '#http/ui/locale.ts';
import { readItem } from '#review/index.ts';
import { approveCorpus, contradictingClaim, invented } from '../support/corpus.ts';
import { password, personOf } from '../support/people.ts';
import { createTestContext } from '../support/test-context.ts';
import {
  type Fault,
  lookAt,
  openBrowser,
  type Person,
  seriousFaults,
  takePictures,
} from './browser.ts';
import { closeTeam, openTeam } from './people.ts';
import { submitInBrowser, walk } from './story.ts';

const browser = await openBrowser();
const ctx = await createTestContext({ workers: true });
await approveCorpus(ctx, [invented]);
const http = { host: '127.0.0.1', port: 0 };
const server = await startServer({ ...ctx, config: { ...ctx.config, http } });
afterAll(() => server[Symbol.asyncDispose]());
const { url } = server;

const post = [
  'Tin nóng 📚: bạn @docgia.vui nhắn như sau.',
  contradictingClaim,
  'Theo tôi thư viện này phục vụ quá chậm.',
  'Liên hệ 0912 345 678 để biết thêm!',
].join('\n');

describe('the whole road in a browser', () => {
  test('in Vietnamese with script: every stop is sound and the export is the answer', async () => {
    const team = await openTeam(ctx, browser, { team: 'vi', url, locale: 'vi', script: true });
    const faults: Record<string, Fault[]> = {};
    const look = async (person: Person, place: string): Promise<void> => {
      const found = await lookAt(person, place);
      if (found.length > 0) faults[place] = found;
    };
    await look(team.triager, 'queue-empty');
    await team.triager.page.goto('/submit');
    await look(team.triager, 'submit');
    const path = await submitInBrowser(team.triager, post);
    await look(team.triager, 'item-triager');
    await walk(team, path, 'vi', look);
    await team.first.page.goto('/');
    await look(team.first, 'queue');

    await team.auditor.page.goto(path);
    await look(team.auditor, 'item-auditor');
    for (const format of ['markdown', 'json'] as const) {
      const waiting = team.auditor.page.waitForEvent('download');
      await team.auditor.page.getByRole('link', { name: catalogues.vi.review[format] }).click();
      const file = await readFile(await (await waiting).path(), 'utf8');
      expect(file).toContain('5 cuốn sách trong 30 ngày');
      expect(file).not.toContain('docgia');
    }
    await team.auditor.page.goto('/khong-co-trang-nay');
    await look(team.auditor, 'not-found');
    await team.auditor.page.goto('/submit');
    await look(team.auditor, 'forbidden');
    await team.first.page.goto('/?notice=nothing&state=IN_REVIEW');
    await look(team.first, 'queue-nothing');
    await closeTeam(team);
    expect(faults).toEqual({});
  }, 400_000);

  test('in English without script', async () => {
    const team = await openTeam(ctx, browser, { team: 'en', url, locale: 'en', script: false });
    const path = await submitInBrowser(team.triager, `Bản tin khác.\n${contradictingClaim}`);
    expect(await team.triager.page.locator('html').getAttribute('lang')).toBe('en');
    await walk(team, path, 'en');
    await closeTeam(team);
    expect(path).toMatch(/^\/posts\//);
  }, 200_000);
});

test('what agrees, what is near nothing and what a language model reordered: sound, each in its words', async () => {
  const team = await openTeam(ctx, browser, { team: 'kinds', url, locale: 'vi', script: true });
  const text = [
    'Thư viện giả định không thu phí mượn sách của học sinh dưới 18 tuổi.',
    'Nước sôi ở 100 độ tại áp suất khí quyển trên mặt biển.',
  ];
  const path = await submitInBrowser(team.triager, text.join('\n'));
  const { claims } = await readItem(ctx, path.split('/').at(-1) ?? '');
  const by = {
    model: 'mo-hinh-thu-7b-instruct',
    prompt: 'rerank/v1',
    prompt_sha256: '0'.repeat(64),
  };
  await ctx.db
    .updateTable('match')
    .set({ reranker: JSON.stringify(by) })
    .where('claim_id', '=', claims[0]?.id ?? '')
    .execute();
  const { page } = team.auditor;
  await page.goto(path);
  const t = catalogues.vi;
  const shown = await page.locator('#claims').innerText();
  expect(shown).toContain(t.claims.suggestion(t.outcomes.CONSISTENT.name));
  expect(shown).toContain(t.matches.reranked(by.model, by.prompt));
  expect(shown).toContain(t.matches.belowThreshold);
  expect(await page.locator('#claim-2 details[open]').count()).toBe(0);
  expect(await lookAt(team.auditor, 'item-kinds')).toEqual([]);
  await page.evaluate('document.querySelectorAll("details").forEach((one) => (one.open = true))');
  expect(await seriousFaults(page)).toEqual([]);
  await closeTeam(team);
}, 120_000);

test('a refused form keeps what was typed, and the login page says what is wrong', async () => {
  const team = await openTeam(ctx, browser, { team: 'refused', url, locale: 'vi', script: true });
  const t = catalogues.vi;
  const { page } = team.triager;
  await page.goto('/submit');
  await page.locator('#text').fill('Một bài đăng giữ nguyên.');
  await page.locator('#url').evaluate((input) => input.setAttribute('type', 'text'));
  await page.locator('#url').fill('khong-phai-dia-chi');
  await page.locator('#submit-post button.primary').click();
  expect(await page.getByRole('alert').innerText()).toContain(t.problems['validation:url'].message);
  expect(await page.locator('#text').inputValue()).toBe('Một bài đăng giữ nguyên.');

  await page.locator('header .menu > summary').last().click();
  await page.getByRole('button', { name: t.layout.logout }).click();
  await page.waitForURL('**/login');
  await page.locator('#email').fill('ai-do@thu-vien.invalid');
  await page.locator('#password').fill('không phải mật khẩu');
  await page.getByRole('button', { name: t.login.button }).click();
  const { message } = t.problems['unauthenticated:sign_in'];
  expect(await page.getByRole('alert').innerText()).toContain(message);
  expect(await lookAt(team.triager, 'login')).toEqual([]);
  await closeTeam(team);
}, 60_000);

test('a drafter rewords the draft: what no quote says is kept and blocked, what one says passes', async () => {
  const team = await openTeam(ctx, browser, { team: 'edit', url, locale: 'vi', script: true });
  const t = catalogues.vi;
  const { page } = team.drafter;
  await submitInBrowser(team.triager, `Bản tin để sửa.\n${contradictingClaim}`);
  await page.goto(new URL(team.triager.page.url()).pathname);
  await page.locator('a#edit').click();
  await page.locator('#s2-text').fill('Thư viện nào cũng tốt hơn.');
  await page.getByRole('button', { name: t.draft.saveButton }).click();
  await page.getByText(t.notices.edit).waitFor();
  const { message, remedy } = t.lint.findings.altered_warning;
  const findings = page.locator('#s2-findings');
  expect(await findings.innerText()).toContain(message);
  expect(await findings.innerText()).toContain(remedy);
  expect(await findings.locator('mark').innerText()).toBe('Thư viện nào cũng tốt hơn');
  expect(await page.locator('#s2-text').inputValue()).toBe('Thư viện nào cũng tốt hơn.');
  expect(await lookAt(team.drafter, 'editor-blocked')).toEqual([]);

  await page
    .locator('#s2-text')
    .fill('Lưu ý: luận điểm sau đây không khớp với nguồn được trích dẫn.');
  await page.getByRole('button', { name: t.editor.add, exact: true }).click();
  await page
    .locator('#s6-text')
    .fill(
      'Ngoài ra, theo Sổ tay trình diễn của thư viện giả định, Điều 2: “Thư viện giả định không thu phí mượn sách của học sinh dưới 18 tuổi.”',
    );
  await page.keyboard.press('Alt+ArrowUp');
  await page.locator('#row-s6 summary').click();
  const passage = await page.locator('#s1-c0-passage').inputValue();
  await page.locator('#s6-c0-passage').selectOption(passage);
  await page
    .locator('#s6-c0-quote')
    .fill('Thư viện giả định không thu phí mượn sách của học sinh dưới 18 tuổi.');
  await page.keyboard.press('Control+Enter');
  await page.waitForURL('**notice=edit**');
  await page.getByText(t.notices.edit).waitFor();
  expect(await page.locator('.drafter-person').count()).toBe(1);
  expect(await page.locator('.sources li').count()).toBe(2);

  await page.getByText(t.draft.redraft).first().click();
  await takePictures(page, 'item-redraft-vi');
  await page.locator('form[action$="/redraft"] select[name=audience]').selectOption('diaspora');
  await page.getByRole('button', { name: t.draft.redraftButton }).click();
  await page.getByText(t.notices.redraft).waitFor();
  expect(await page.locator('.drafter-extractive').count()).toBe(1);
  await closeTeam(team);
}, 120_000);

test('the keyboard reaches the work: skip link first, focus visible', async () => {
  const { email } = await personOf(ctx, 'triager');
  const context = await browser.newContext({ baseURL: url, locale: 'vi' });
  const page = await context.newPage();
  await page.goto('/login');
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.className')).toBe('skip');
  await page.locator('#email').fill(email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await page.waitForURL((at) => at.pathname === '/');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const outline = await page.evaluate('getComputedStyle(document.activeElement).outlineStyle');
  expect(outline).toBe('solid');
  await context.close();
});
