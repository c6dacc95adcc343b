import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Locale } from '#http/env.ts';
import { startServer } from '#http/server.ts';
import { catalogues } from '#http/ui/locale.ts';
import { createUser } from '#identity/index.ts';
import { isoDay } from '#platform/clock.ts';
import { approveCorpus } from '../support/corpus.ts';
import { sessionCookieOf } from '../support/people.ts';
import { createTestContext } from '../support/test-context.ts';
import { openBrowser, openFor, type Person } from './browser.ts';
import { closeTeam, openTeam } from './people.ts';
import { handIn, judge, takeNext } from './story.ts';

const browser = await openBrowser();
const ctx = await createTestContext({ workers: true });
const http = { host: '127.0.0.1', port: 0 };
const server = await startServer({ ...ctx, config: { ...ctx.config, http } });
afterAll(() => server[Symbol.asyncDispose]());
const { url } = server;

/** Traces of the browser go here when it is set, for people to play. */
const traces = process.env['TRACE_DIR'];

/** A handbook of an invented library; `books` is the number a post gets wrong. */
function handbook(place: string, books: number) {
  const rule = `Mỗi bạn đọc của ${place} giả định được mượn tối đa ${books} cuốn sách trong 30 ngày và không phải trả phí.`;
  return { rule, text: ['Điều 1. Mượn sách', rule].join('\n\n') };
}

interface Story {
  readonly locale: Locale;
  readonly script: boolean;
  /** Tells the run's library from the others'. */
  readonly place: string;
}

/** The triager's file goes through its preview and its check into the database; returns the post's path. */
async function importFile({ page }: Person, text: string, locale: Locale): Promise<string> {
  const t = catalogues[locale];
  const buffer = Buffer.from(`Nội dung,Thời gian\n"${text}",22/11/2026 08:30\n`);
  await page.goto('/submit/file');
  await page.setInputFiles('#file', { name: 'bai.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: t.intake.read }).click();
  await page.getByRole('button', { name: t.intake.check, exact: true }).click();
  await page.getByRole('button', { name: t.intake.store('1') }).click();
  await page.getByText(t.importPage.started).waitFor();
  await expect
    .poll(async () => (await page.reload()) && page.getByText(t.importPage.done).count(), {
      timeout: 30_000,
    })
    .toBe(1);
  const post = await ctx.db
    .selectFrom('post')
    .select('id')
    .where('text', '=', text)
    .executeTakeFirstOrThrow();
  return `/posts/${post.id}`;
}

/** Found without its accents, and decided for the whole list. */
async function triage({ page }: Person, words: string, path: string, locale: Locale) {
  await page.goto(`/triage?text=${encodeURIComponent(words)}`);
  expect(await page.locator(`a[href^="${path}"]`).count()).toBeGreaterThan(0);
  await page.locator('input[name="post"], input[name="cluster"]').first().check();
  await page.locator('input[name="decision"][value="respond"]').check();
  await page.locator('textarea[name="reason"]').fill('Nhiều người gửi.');
  await page.locator('form#triage button.primary').click();
  await page.waitForURL(/bulk=/);
  const t = catalogues[locale];
  expect(await page.locator('#bulk').textContent()).toContain(
    t.triage.done(1, t.decisions.respond),
  );
}

/** An editor uploads the next version and another person approves it. */
async function supersede(story: Story, file: { key: string; text: string }): Promise<void> {
  const t = catalogues[story.locale];
  const open = async (role: 'corpus_editor' | 'corpus_approver'): Promise<Person> => {
    const user = await createUser(ctx, { name: `${role}-${story.place}`, roles: [role] });
    return openFor(browser, { url, cookie: await sessionCookieOf(ctx, user), ...story });
  };
  const head = [
    `key: ${file.key}`,
    `title: Sổ tay mới của ${story.place}`,
    'language: vi',
    'citable: true',
    `valid_from: ${isoDay(new Date())}`,
    'topics: [thư viện]',
  ];
  const editor = await open('corpus_editor');
  await editor.page.goto('/corpus/upload');
  await editor.page.locator('#file').setInputFiles({
    name: 'so-tay.md',
    mimeType: 'text/markdown',
    buffer: Buffer.from(`---\n${head.join('\n')}\n---\n\n${file.text}\n`),
  });
  await editor.page.getByRole('button', { name: t.upload.button }).click();
  await editor.page.getByText(t.corpusNotices.imported).waitFor();
  const approver = await open('corpus_approver');
  await approver.page.goto(new URL(editor.page.url()).pathname);
  const approve = { name: t.versionDecide.approveButton, exact: true };
  await approver.page.getByRole('button', approve).click();
  await approver.page.getByText(t.corpusNotices.approved).waitFor();
  await editor.context.close();
  await approver.context.close();
}

test.each<Story>([
  { locale: 'vi', script: true, place: 'Hoa Mai' },
  { locale: 'vi', script: false, place: 'Hoa Sen' },
  { locale: 'en', script: true, place: 'Hoa Đào' },
  { locale: 'en', script: false, place: 'Hoa Cúc' },
])(
  'from a file to an approved answer, and back when its source changes: %o',
  async (story) => {
    const { locale, script, place } = story;
    const t = catalogues[locale];
    const key = `so-tay-${locale}-${script ? 'script' : 'plain'}`;
    const before = handbook(place, 5);
    await approveCorpus(ctx, [{ key, title: `Sổ tay ${place}`, text: before.text }]);
    const team = await openTeam(ctx, browser, { team: key, url, locale, script });
    const traced = traces !== undefined && script;
    if (traced) await team.drafter.context.tracing.start({ screenshots: true, snapshots: true });

    const path = await importFile(team.triager, before.rule.replace('5 cuốn', '3 cuốn'), locale);
    await triage(team.triager, withoutMarks(`${place} gia dinh`), path, locale);
    await handIn(team.drafter, path, locale);
    const reason = `Đã đối chiếu từng câu (${place}).`;
    await takeNext(team.first, path, locale);
    await judge(team.first, locale, reason);
    await takeNext(team.second, path, locale);
    expect(await team.second.page.getByText(reason).count()).toBe(0);
    await judge(team.second, locale, reason);

    const { page } = team.auditor;
    await page.goto(path);
    const waiting = page.waitForEvent('download');
    await page.getByRole('link', { name: t.review.markdown }).click();
    expect(await readFile(await (await waiting).path(), 'utf8')).toContain('5 cuốn sách');

    await supersede(story, { key, text: handbook(place, 7).text });
    await team.drafter.page.goto(path);
    const notice = team.drafter.page.locator('#recheck');
    expect(await notice.innerText()).toContain(t.recheck.title);
    expect((await notice.locator('ins').allInnerTexts()).join(' ')).toContain('7');
    await page.goto(path);
    expect(await page.getByRole('link', { name: t.review.markdown }).count()).toBe(0);
    if (traced) {
      await mkdir(traces, { recursive: true });
      await team.drafter.context.tracing.stop({ path: join(traces, `story-${locale}.zip`) });
    }
    await closeTeam(team);
  },
  180_000,
);

function withoutMarks(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('Đ', 'D').replaceAll('đ', 'd');
}
