import { afterAll, describe, expect, test } from 'vitest';
import type { Role } from '#db/roles.ts';
import { startServer } from '#http/server.ts';
import type { Locale } from '#http/env.ts';
import { catalogues } from '#http/ui/locale.ts';
import { sessionCookieOf } from '../support/people.ts';
import { actAs, createTestContext } from '../support/test-context.ts';
import {
  type Fault,
  lookAt,
  openBrowser,
  openFor,
  type Person,
  seriousFaults,
  takePictures,
} from './browser.ts';
import { setStage, uploadedText } from './corpus-stage.ts';

const browser = await openBrowser();
const ctx = await createTestContext();
const stage = await setStage(ctx);
const http = { host: '127.0.0.1', port: 0 };
const server = await startServer({ ...ctx, config: { ...ctx.config, http } });
afterAll(() => server[Symbol.asyncDispose]());
const t = catalogues.vi;

async function open(
  roles: readonly Role[],
  { locale = 'vi', script = true }: { locale?: Locale; script?: boolean } = {},
): Promise<Person> {
  const { actor } = await actAs(ctx, roles[0] ?? '', roles);
  const cookie = await sessionCookieOf(ctx, actor);
  return openFor(browser, { url: server.url, cookie, locale, script });
}

const versionPath = `/corpus/versions/${stage.secondVersionId}`;

test.each([
  ['corpus', '/corpus'],
  ['corpus-empty', '/corpus?text=khong-co-van-ban-nay&state=draft'],
  ['corpus-filtered', '/corpus?state=in_force&topic=thư viện'],
  ['document', `/corpus/${stage.documentId}`],
  ['version', versionPath],
  ['version-quote', `${versionPath}?from=60&to=150`],
  ['version-original', `${versionPath}/original?from=60&to=150`],
  ['corpus-on-a-day', '/corpus?on=2020-01-01&state=in_force'],
  ['version-diff', `${versionPath}/diff`],
  ['version-diff-draft', `/corpus/versions/${stage.thirdVersionId}/diff`],
  ['search', '/corpus/search'],
  ['search-found', '/corpus/search?q=mượn sách thư viện&as_of=2026-01-01'],
  ['search-refused', '/corpus/search?q=mượn&as_of=2026-02-30'],
  ['gaps', '/corpus/gaps'],
  ['gaps-checked', '/corpus/gaps?check=true&since=2026-01-01'],
  ['gaps-refused', '/corpus/gaps?since=2026-02-31'],
  ['health', '/corpus/health'],
  ['queue-recheck', '/?recheck=true'],
  ['item-recheck', `/posts/${stage.postId}`],
])('%s is sound in both languages, at two widths and in the dark', async (name, path) => {
  const auditor = await open(['auditor']);
  await auditor.page.goto(path);
  expect(await lookAt(auditor, name)).toEqual([]);
  await auditor.context.close();
});

test('everything folded is sound when it is opened', async () => {
  const person = await open(['corpus_editor', 'corpus_approver', 'drafter']);
  const faults: Record<string, Fault[]> = {};
  for (const [name, path] of [
    ['version-all', versionPath],
    ['draft-all', `/corpus/versions/${stage.thirdVersionId}`],
    ['diff-all', `${versionPath}/diff`],
    ['health-all', '/corpus/health'],
    ['corpus-all', '/corpus'],
  ] as const) {
    for (const locale of ['vi', 'en']) {
      await person.page.goto(`${path}?lang=${locale}`);
      await person.page.evaluate(
        'document.querySelectorAll("details").forEach((one) => (one.open = true))',
      );
      const found = await seriousFaults(person.page);
      if (found.length > 0) faults[`${name}-${locale}`] = found;
      await takePictures(person.page, `${name}-${locale}`);
    }
  }
  expect(faults).toEqual({});
  await person.context.close();
}, 120_000);

describe('a document enters the corpus in a browser without script', () => {
  test('a file is imported, its proposals accepted, edited, refused to its editor and approved by another', async () => {
    const editor = await open(['corpus_editor', 'corpus_approver'], { script: false });
    const { page } = editor;
    await page.goto('/corpus');
    await page.getByText(t.upload.title).click();
    const file = {
      name: 'quyet-dinh.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(uploadedText),
    };
    await page.locator('#file').setInputFiles(file);
    await page.getByRole('button', { name: t.upload.button }).click();
    await page.getByText(t.corpusNotices.imported).waitFor();
    const path = new URL(page.url()).pathname;
    await takePictures(page, 'draft-imported-vi');
    expect(await page.locator('#proposals tbody tr').count()).toBeGreaterThan(2);

    const number = t.proposals.acceptLong(t.proposals.fields.number, '34/2026/QĐ-TVGĐ');
    await page.getByRole('button', { name: number }).click();
    await page.getByText(t.corpusNotices.accepted).waitFor();
    expect(await page.locator('#facts').innerText()).toContain('34/2026/QĐ-TVGĐ');

    await page.locator('#version-edit > summary').click();
    await page.locator('#edit-topics').fill('thư viện\ngiờ mở cửa');
    await page.locator('#edit-valid_to').fill('2001-01-01');
    await page.getByRole('button', { name: t.versionEdit.button }).click();
    const refused = t.problems['version-edit:validation:valid_to'].message;
    expect(await page.getByRole('alert').innerText()).toContain(refused);
    expect(await page.locator('#edit-topics').inputValue()).toBe('thư viện\ngiờ mở cửa');
    await takePictures(page, 'draft-edit-refused-vi');
    await page.locator('#edit-valid_to').fill('');
    await page.getByRole('button', { name: t.versionEdit.button }).click();
    await page.getByText(t.corpusNotices.versionEdited).waitFor();
    expect(await page.locator('#decide').innerText()).toContain(t.versionDecide.contributor);

    const approver = await open(['corpus_approver'], { script: false });
    await approver.page.goto(path);
    await takePictures(approver.page, 'draft-approver-vi');
    await approver.page
      .getByRole('button', { name: t.versionDecide.approveButton, exact: true })
      .click();
    await approver.page.getByText(t.corpusNotices.approved).waitFor();
    const chips = await approver.page.locator('p.summary').innerText();
    expect(chips).toContain(t.standingChips.in_force());

    await approver.page.locator('#version-withdraw > summary').click();
    await approver.page.locator('#withdraw-reason').fill('Ban hành nhầm.');
    await approver.page.getByRole('button', { name: t.versionDecide.withdrawButton }).click();
    await approver.page.getByText(t.corpusNotices.withdrawn).waitFor();
    expect(await approver.page.locator('#facts').innerText()).toContain('Ban hành nhầm.');
    await approver.context.close();
    await editor.context.close();
  }, 120_000);

  test('a scan, a damaged file and no file are refused in words', async () => {
    const { page, context } = await open(['corpus_editor'], { script: false });
    await page.goto('/corpus/upload');
    const broken = {
      name: 'hong.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7 hỏng'),
    };
    await page.locator('#file').setInputFiles(broken);
    await page.getByRole('button', { name: t.upload.button }).click();
    const alert = await page.getByRole('alert').innerText();
    expect(alert).toContain(t.problems['upload:validation'].message);
    expect(alert).toContain('hong.pdf');
    await takePictures(page, 'upload-refused-vi');
    await context.close();
  });

  test('a table with a faulty row keeps the rest and says which row', async () => {
    const person = await open(['corpus_editor']);
    const { page } = person;
    const rows =
      'key,title,text\nbang-1,Dòng một,Thư viện giả định có ba tầng.\nbang-2,Dòng hai,\n';
    await page.goto('/corpus/upload');
    await page
      .locator('#file')
      .setInputFiles({ name: 'bang.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) });
    await page.getByRole('button', { name: t.upload.button }).click();
    await page.getByText(t.upload.stored(1)).waitFor();
    expect(await page.locator('#main').innerText()).toContain('bang.csv:3');
    expect(await seriousFaults(page)).toEqual([]);
    await takePictures(page, 'upload-result-vi');
    await person.context.close();
  });
});

test('an editor dismisses a finding with a reason, and it is gone', async () => {
  const { page, context } = await open(['corpus_editor']);
  await page.goto('/corpus/health');
  const before = await page.locator('.finding').count();
  expect(before).toBeGreaterThan(1);
  await page.locator('.finding summary').first().click();
  await page.locator('.finding textarea').first().fill('   ');
  await page.locator('.finding button').first().click();
  expect(await page.getByRole('alert').innerText()).toContain(
    t.problems['validation:reason'].message,
  );
  await takePictures(page, 'health-refused-vi');
  await page.locator('.finding textarea').first().fill('Hai nơi khác nhau, không mâu thuẫn.');
  await page.locator('.finding button').first().click();
  await page.getByText(t.corpusNotices.dismissed).waitFor();
  expect(await page.locator('.finding').count()).toBe(before - 1);
  await context.close();
});

test('the keyboard reaches the passage an address names', async () => {
  const { page, context } = await open(['auditor']);
  await page.goto(versionPath);
  const link = page.locator('.passage a').last();
  await link.focus();
  await page.keyboard.press('Enter');
  expect(
    await page.evaluate('getComputedStyle(document.querySelector(".passage:target")).outlineStyle'),
  ).toBe('solid');
  await context.close();
});
