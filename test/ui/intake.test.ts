import { readFile } from 'node:fs/promises';
import { afterAll, expect, test } from 'vitest';
import type { Locale } from '#http/env.ts';
import { startServer } from '#http/server.ts';
import { catalogues } from '#http/ui/locale.ts';
import { sessionCookieOf } from '../support/people.ts';
import { actAs, createTestContext } from '../support/test-context.ts';
import {
  lookAt,
  openBrowser,
  openFor,
  type Person,
  seriousFaults,
  takePictures,
} from './browser.ts';

const browser = await openBrowser();
const ctx = await createTestContext({ workers: true });
const http = { host: '127.0.0.1', port: 0 };
const server = await startServer({ ...ctx, config: { ...ctx.config, http } });
afterAll(() => server[Symbol.asyncDispose]());
const triager = await actAs(ctx, 'triager', ['triager']);

async function open(locale: Locale, script: boolean): Promise<Person> {
  const cookie = await sessionCookieOf(ctx, triager.actor);
  return openFor(browser, { url: server.url, cookie, locale, script });
}

/** A spreadsheet's export: columns of its own names, an author, wrong rows, markup in a cell. */
const table = (mark: string) =>
  [
    'STT;Lời trong bài;Người đăng;Link bài;Ngày đăng',
    `1;"Thư viện giả định ${mark} chỉ cho mượn ba cuốn sách, gọi 0912 345 678.\nAi cũng biết.";Bạn Đọc Giả Định;https://facebook.com/ban.doc/posts/9;22/11/2026 08:30`,
    `2;"<script>alert(""${mark}"")</script> Bảo tàng giả định đóng cửa.";Bạn Đọc Giả Định;;`,
    '3;;Bạn Đọc Giả Định;;',
    `4;Phòng đọc giả định ${mark} thu phí giữ xe.;Bạn Đọc Giả Định;không phải địa chỉ;`,
    `5;Thư viện giả định ${mark} mở cửa lúc 8 giờ.;Bạn Đọc Giả Định;;31/02/2026`,
    ...Array.from(
      { length: 40 },
      (_, index) => `${index + 6};Câu giả định ${mark} số ${index} về thư viện.;Ai;;`,
    ),
  ].join('\r\n');

test.each([
  ['submit', '/submit'],
  ['import-choose', '/submit/file'],
  ['imports-empty', '/imports'],
  ['import-missing', '/imports/019a0000-0000-7000-8000-000000000000'],
])('%s is sound in both languages, at two widths and in the dark', async (name, path) => {
  const person = await open('vi', true);
  await person.page.goto(path);
  expect(await lookAt(person, name)).toEqual([]);
  await person.context.close();
});

test('while somebody types, the masked text is shown', async () => {
  const { page, context } = await open('vi', true);
  const t = catalogues.vi;
  await page.goto('/submit');
  await page.locator('#text').fill('Gọi 0912 345 678 để hỏi thư viện giả định.');
  const preview = page.locator('#submit-preview');
  await preview.locator('blockquote').waitFor();
  expect(await preview.innerText()).not.toContain('0912');
  expect(await page.locator('#text-count').innerText()).toBe(t.intake.count.replace('{n}', '42'));
  expect(await seriousFaults(page)).toEqual([]);
  await takePictures(page, 'submit-typed');
  await context.close();
});

test.each([
  ['vi', true],
  ['en', false],
] as const)(
  'a file is imported from its choice to its errors (%s, script %s)',
  // Five states are looked at with axe and drawn at two widths.
  { timeout: 180_000 },
  async (locale, script) => {
    const { page, context } = await open(locale, script);
    const t = catalogues[locale];
    const name = `import-${locale}-${script ? 'script' : 'plain'}`;
    const look = async (state: string): Promise<void> => {
      if (script) expect(await seriousFaults(page), state).toEqual([]);
      await takePictures(page, `${name}-${state}`);
    };
    await page.goto(`/submit/file?lang=${locale}`);
    const choose = async (buffer: Buffer, fileName: string): Promise<void> => {
      await page.setInputFiles('#file', { name: fileName, mimeType: 'text/csv', buffer });
      await page.getByRole('button', { name: t.intake.read }).click();
    };
    await choose(Buffer.from('PK\u0003\u0004'), 'bang-tinh.csv');
    await page.getByText(t.problems['import:validation:file.spreadsheet'].message).waitFor();
    await look('refused');
    await choose(Buffer.from(`\uFEFF${table(locale)}`, 'utf16le'), 'bài đăng của tuần.csv');

    await page.getByText(t.intake.noFirstRows).waitFor();
    await look('unmapped');
    await page
      .getByLabel(t.intake.fields.text, { exact: true })
      .selectOption({ label: 'Lời trong bài' });
    await page.getByLabel(t.intake.fields.url, { exact: true }).selectOption({ label: 'Link bài' });
    await page.getByLabel(t.intake.platform).fill('forum');
    await page.getByRole('button', { name: t.intake.showMapping }).click();
    await page.getByText(t.intake.firstRows).waitFor();
    expect(await page.locator('table').innerText()).not.toMatch(/0912|ban\.doc|Bạn Đọc/);
    await look('mapped');

    await page.getByRole('button', { name: t.intake.check, exact: true }).click();
    await page.getByText(t.intake.checkedNothingStored).waitFor();
    expect(await page.locator('.refusals tbody tr').count()).toBe(3);
    await look('checked');
    await page.getByRole('button', { name: t.intake.store('42') }).click();

    await page.getByText(t.importPage.started).waitFor();
    await takePictures(page, `${name}-progress`);
    await expect
      .poll(
        async () => {
          if (!script) await page.reload();
          return page.getByText(t.importPage.done).count();
        },
        { timeout: 30_000, interval: 500 },
      )
      .toBe(1);
    await look('done');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: t.importPage.download }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`${t.importPage.errorsFile}.csv`);
    const csv = await readFile(await download.path(), 'utf8');
    expect(csv.trim().split('\r\n')).toHaveLength(4);
    expect(csv).toContain(t.importRefusals.text_missing.message);
    expect(csv).not.toMatch(/Bạn Đọc|giả định/);
    await page.goto('/imports');
    await look('list');
    await context.close();
  },
);
