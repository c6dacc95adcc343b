import { afterAll, expect, test } from 'vitest';
import type { Role } from '#db/roles.ts';
import { recordRun } from '#evaluations/index.ts';
import { startServer } from '#http/server.ts';
import { catalogues } from '#http/ui/locale.ts';
import { firstRun, secondRun } from '../support/library-runs.ts';
import { sessionCookieOf } from '../support/people.ts';
import { actAs, createTestContext } from '../support/test-context.ts';
import { lookAt, openBrowser, openFor, type Person, takePictures } from './browser.ts';

const browser = await openBrowser();
const ctx = await createTestContext();
const http = { host: '127.0.0.1', port: 0 };
const server = await startServer({ ...ctx, config: { ...ctx.config, http } });
afterAll(() => server[Symbol.asyncDispose]());
const t = catalogues.vi;

const ids: string[] = [];
const acting = await actAs(ctx, 'evaluator', ['evaluator']);
for (const run of [firstRun, secondRun]) {
  ids.push((await recordRun(acting, { text: JSON.stringify(run), fileName: 'run.json' })).id);
}

async function open(role: Role, script = true): Promise<Person> {
  const { actor } = await actAs(ctx, role, [role]);
  const cookie = await sessionCookieOf(ctx, actor);
  return openFor(browser, { url: server.url, cookie, locale: 'vi', script });
}

test.each([
  ['evaluations', '/evaluations'],
  ['evaluations-none', '/evaluations?data=khong-co'],
  ['evaluation', `/evaluations/${ids[1]}`],
  ['evaluation-compare', `/evaluations/compare?before=${ids[0]}&after=${ids[1]}&metric=mrr`],
  ['evaluation-refused', `/evaluations/compare?before=${ids[0]}&after=${ids[1]}&margin=5`],
])('%s is sound in both languages, at two widths and in the dark', async (name, path) => {
  const person = await open('evaluator');
  await person.page.goto(path);
  expect(await lookAt(person, name)).toEqual([]);
  await person.context.close();
});

test('without script an evaluator records a run, is told of a wrong file, and compares', async () => {
  const { page, context } = await open('evaluator', false);
  await page.goto('/evaluations');
  const choose = async (text: string): Promise<void> => {
    const file = { name: 'run.json', mimeType: 'application/json', buffer: Buffer.from(text) };
    if (!(await page.locator('#file').isVisible())) {
      await page.locator('#evaluation > summary').click();
    }
    await page.locator('#file').setInputFiles(file);
    await page.getByRole('button', { name: t.evaluations.uploadButton }).click();
  };
  await choose('{}');
  expect(await page.getByRole('alert').innerText()).toContain(
    t.problems['evaluation:validation'].message,
  );
  await takePictures(page, 'evaluations-file-refused-vi');
  await choose(JSON.stringify({ ...secondRun, createdAt: '2026-11-23T05:00:00.000Z' }));
  await page.getByText(t.evaluationNotices.recorded).waitFor();
  await page.getByRole('button', { name: t.evaluationRun.compareButton }).click();
  expect(await page.locator('h1').innerText()).toBe(t.evaluationCompare.title);
  expect(await page.locator('table.evaluation').first().innerText()).toContain('✓');
  await context.close();
});
