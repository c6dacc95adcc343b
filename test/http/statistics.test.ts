import { expect, test } from 'vitest';
import type { Role } from '#db/roles.ts';
import { catalogues } from '#http/ui/locale.ts';
import { sections } from '#http/ui/pages/statistics.tsx';
import { sessionCookieOf } from '../support/people.ts';
import { analysedPost } from '../support/posts.ts';
import { actAs, createTestContext } from '../support/test-context.ts';
import { appWithPages } from './client.ts';

const ctx = await createTestContext();
const pages = appWithPages(ctx);
const words = catalogues.vi.plots;

async function page(path: string, role: Role = 'reviewer') {
  const { actor } = await actAs(ctx, role, [role]);
  const cookie = await sessionCookieOf(ctx, actor);
  const headers = { Accept: 'text/html', Cookie: cookie, 'Accept-Language': 'vi' };
  const response = await pages.request(path, { headers });
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
  return { status: response.status, type: response.headers.get('Content-Type'), text };
}

test.each(sections)('without any data %s says what will appear', async (section) => {
  const { status, text } = await page(`/statistics/${section}?days=7`);
  expect(status).toBe(200);
  expect(text).toContain(words.nothing);
  expect(text).not.toMatch(/ style=|NaN|undefined/);
});

test('a plot, its table and its file show the same numbers', async () => {
  await analysedPost(ctx, 'Tôi nghĩ thư viện giả định nên mở cửa muộn hơn vào mùa hè.');
  const shown = await page('/statistics/intake?days=7');
  expect(shown.text).toContain(words.intake.finding('1', '1'));
  expect(shown.text).toContain('role="img"');
  expect(shown.text).toContain('format=csv&amp;figure=intake');
  const file = await page('/statistics/intake?days=7&format=csv&figure=intake');
  expect(file.type).toBe('text/csv; charset=utf-8');
  const lines = file.text.trimEnd().split('\r\n');
  expect(lines[0]).toBe(
    [words.heading.day, words.intake.posts, words.intake.submissions].join(','),
  );
  expect(lines).toHaveLength(8);
  expect(lines.at(-1)).toMatch(/^\d{4}-\d{2}-\d{2},1,1$/);
});

test('a wrong day is named and the page still shows; what is not there is not found', async () => {
  expect(await page('/statistics/review?from=x')).toMatchObject({ status: 400 });
  expect(await page('/statistics/authors')).toMatchObject({ status: 404 });
  expect(await page('/statistics?format=csv&figure=none')).toMatchObject({ status: 404 });
  expect(await page('/statistics/intake', 'corpus_editor')).toMatchObject({ status: 403 });
});

test('groups of gaps are made only when they are asked for', async () => {
  const without = await page('/statistics/corpus');
  expect(without.text).toContain(words.gaps.compute);
  const asked = await page('/statistics/corpus?gaps=1');
  expect(asked.text).toContain(words.gaps.title);
  expect(asked.text).not.toContain(words.gaps.compute);
});
