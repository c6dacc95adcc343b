import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll } from 'vitest';
import type { Locale } from '#http/env.ts';
import { browserOptions } from '../support/chromium.ts';

/** Pictures of every page looked at go here when it is set, for people to look at. */
const pictures = process.env['SCREENSHOT_DIR'];

/** Closed after the file's tests. Throws in plain words when there is no browser. */
export async function openBrowser(): Promise<Browser> {
  const browser = await chromium.launch(browserOptions());
  afterAll(() => browser.close());
  return browser;
}

export interface Person {
  readonly page: Page;
  readonly context: BrowserContext;
}

/** A browser of their own for one person, who is signed in (`sessionCookieOf`). */
export async function openFor(
  browser: Browser,
  options: { url: string; cookie: string; locale: Locale; script: boolean },
): Promise<Person> {
  const context = await browser.newContext({
    baseURL: options.url,
    javaScriptEnabled: options.script,
    locale: options.locale,
    viewport: { width: 1280, height: 900 },
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const [name = '', value = ''] = options.cookie.split('=');
  await context.addCookies([{ name, value, url: options.url, httpOnly: true, sameSite: 'Strict' }]);
  await page.goto('/');
  return { page, context };
}

export interface Fault {
  readonly rule: string;
  readonly where: string[];
}

/** What axe finds serious or critical on the page as it is; needs script. */
export async function seriousFaults(page: Page): Promise<Fault[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return faultsOf(violations);
}

type Violations = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'];

function faultsOf(violations: Violations): Fault[] {
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => ({ rule: id, where: nodes.map((node) => node.html.slice(0, 160)) }));
}

/**
 * Loads the page in both languages and says what is wrong; `name` is for the pictures. The words of both
 * have the same places, so that axe reads one; how long words are, the width tells of each.
 */
export async function lookAt(person: Person, name: string): Promise<Fault[]> {
  const { page } = person;
  const found: Fault[] = [];
  const language = await page.locator('html').getAttribute('lang');
  for (const locale of ['en', 'vi'] as const) {
    const address = new URL(page.url());
    address.searchParams.set('lang', locale);
    await page.goto(address.toString());
    found.push(...(await sidewaysScroll(page)));
    await takePictures(page, `${name}-${locale}`);
  }
  found.push(...(await seriousFaults(page)), ...(await darkFaults(page)));
  if (name === 'item-leased') await takeDarkPicture(page, name);
  if (language === 'en') {
    const address = new URL(page.url());
    address.searchParams.set('lang', language);
    await page.goto(address.toString());
  }
  return found;
}

/** Contrast on dark ground; everything else is the same there. */
async function darkFaults(page: Page): Promise<Fault[]> {
  await page.emulateMedia({ colorScheme: 'dark' });
  const { violations } = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze();
  await page.emulateMedia({ colorScheme: 'light' });
  return faultsOf(violations);
}

async function takeDarkPicture(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' });
  await takePictures(page, `${name}-dark`);
  await page.emulateMedia({ colorScheme: 'light' });
}

async function sidewaysScroll(page: Page): Promise<Fault[]> {
  await page.setViewportSize({ width: 360, height: 800 });
  // As text: this program is compiled without the types of a browser.
  const wider = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
  await page.setViewportSize({ width: 1280, height: 900 });
  return wider === true ? [{ rule: 'scrolls sideways at 360 px', where: [page.url()] }] : [];
}

export async function takePictures(page: Page, name: string): Promise<void> {
  if (pictures === undefined) return;
  await mkdir(pictures, { recursive: true });
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}
