import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startServer } from '#http/server.ts';
import { type Browser, chromium } from 'playwright-core';
import { browserOptions } from '../test/support/chromium.ts';
import { contactSheet } from './screenshots/contact-sheet.ts';
import { type Looked, lookAtPage } from './screenshots/look-at-page.ts';
import { pagesOf } from './screenshots/pages.ts';
import { setTheStage } from './screenshots/stage.ts';

/**
 * Pictures of every page in both languages, light and dark, 1280 and 360 px wide, of the demonstration
 * with work in every state; and what axe finds on each. Writes DIR/*.png, DIR/index.html, DIR/axe.json.
 * `--only TEXT`: pages whose name has it; `--widths 1280`: pictures of these widths alone.
 */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args,
    options: {
      out: { type: 'string', default: 'screenshots' },
      only: { type: 'string' },
      widths: { type: 'string', default: '1280,360' },
    },
  });
  const startedAt = performance.now();
  await rm(values.out, { recursive: true, force: true });
  await mkdir(values.out, { recursive: true });
  await using stage = await setTheStage();
  const http = { host: '127.0.0.1', port: 0 };
  await using server = await startServer({
    ...stage.ctx,
    config: { ...stage.ctx.config, http },
  });
  const browser = await chromium.launch(browserOptions());
  try {
    const pages = pagesOf(stage).filter(({ name }) => name.includes(values.only ?? ''));
    const looked = await lookAtAll(browser, pages, {
      url: server.url,
      out: values.out,
      widths: values.widths.split(',').map(Number),
      stage,
    });
    const serious = looked.flatMap(({ faults }) => faults);
    const wide = looked.filter(({ sideways }) => sideways);
    await writeFile(join(values.out, 'axe.json'), `${JSON.stringify(looked, null, 2)}\n`);
    await writeFile(join(values.out, 'index.html'), contactSheet(looked));
    return {
      pages: pages.length,
      pictures: looked.flatMap(({ pictures }) => pictures).length,
      serious: serious.length,
      sideways: wide.length,
      broken: looked.filter(({ status }) => status >= 500).length,
      faults: serious.slice(0, 20),
      seconds: Math.round((performance.now() - startedAt) / 1000),
      ok: serious.length + wide.length === 0 && looked.every(({ asExpected }) => asExpected),
    };
  } finally {
    await browser.close();
  }
}

type Pages = ReturnType<typeof pagesOf>;
interface Surroundings {
  readonly url: string;
  readonly out: string;
  readonly widths: readonly number[];
  readonly stage: Awaited<ReturnType<typeof setTheStage>>;
}

/** Two at a time: one paints while the other waits for its server. */
async function lookAtAll(
  browser: Browser,
  pages: Pages,
  { stage, ...surroundings }: Surroundings,
): Promise<Looked[]> {
  const waiting = [...pages];
  const looked: Looked[] = [];
  const lane = async (): Promise<void> => {
    for (let page = waiting.shift(); page !== undefined; page = waiting.shift()) {
      const cookies = page.as === null ? [] : await stage.cookiesOf(page.as, page.path);
      looked.push(await lookAtPage(browser, page, { ...surroundings, cookies }));
      process.stderr.write(`${page.name}\n`);
    }
  };
  await Promise.all([lane(), lane()]);
  return looked.toSorted((a, b) => a.name.localeCompare(b.name));
}
