import { afterAll, expect, test } from 'vitest';
import { catalogues } from '#http/ui/locale.ts';
import { sections } from '#http/ui/pages/statistics.tsx';
import { startServer } from '#http/server.ts';
import { seedPosts } from '../../bench/support/many-posts.ts';
import type { Context } from '../../src/context.ts';
import { sessionCookieOf } from '../support/people.ts';
import { actAs, createTestContext } from '../support/test-context.ts';
import { lookAt, openBrowser, openFor } from './browser.ts';

const browser = await openBrowser();
const empty = await serve();
const full = await serve();
await seedPosts(full.ctx.db, { posts: 2000, days: 200 });

async function serve() {
  const ctx = await createTestContext();
  const http = { host: '127.0.0.1', port: 0 };
  const server = await startServer({ ...ctx, config: { ...ctx.config, http } });
  afterAll(() => server[Symbol.asyncDispose]());
  return { ctx, url: server.url };
}

async function open({ ctx, url }: { ctx: Context; url: string }, script = true) {
  const { actor } = await actAs(ctx, 'truong-nhom', ['auditor']);
  const cookie = await sessionCookieOf(ctx, actor);
  return openFor(browser, { url, cookie, locale: 'vi', script });
}

test.each(sections)(
  '%s is sound with data and without',
  async (section) => {
    const person = await open(full);
    await person.page.goto(`/statistics/${section}?days=90`);
    expect(await lookAt(person, `statistics-${section}`)).toEqual([]);
    await person.context.close();
    const nobody = await open(empty);
    await nobody.page.goto(`/statistics/${section}`);
    expect(await lookAt(nobody, `statistics-${section}-empty`)).toEqual([]);
    await nobody.context.close();
  },
  120_000,
);

test('without script a table opens and the year can be chosen', async () => {
  const { page, context } = await open(full, false);
  await page.goto('/statistics/review');
  const words = catalogues.vi.plots;
  await page.getByRole('link', { name: words.presets[365] }).click();
  expect(new URL(page.url()).search).toBe('?days=365');
  await page.getByText(words.table).first().click();
  expect(await page.getByRole('table', { name: words.ages.title }).isVisible()).toBe(true);
  await context.close();
}, 60_000);
