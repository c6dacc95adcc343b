import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';

/** A page to look at: who sees it (null: nobody in particular) and where it is. */
export interface PageToSee {
  readonly name: string;
  readonly path: string;
  readonly as: string | null;
  /** 200 when left out. */
  readonly status?: number;
}

export interface Fault {
  readonly rule: string;
  readonly impact: string;
  readonly where: readonly string[];
}

export interface Looked {
  readonly name: string;
  readonly path: string;
  readonly status: number;
  readonly asExpected: boolean;
  /** Serious and critical findings of axe, in Vietnamese on light ground and in English on dark. */
  readonly faults: ReadonlyArray<Fault & { readonly locale: string; readonly theme: string }>;
  readonly moderate: number;
  readonly sideways: boolean;
  readonly pictures: readonly string[];
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** CSS pixels: at this width nothing scrolls sideways. */
const narrowest = 360;

export interface Cookie {
  readonly name: string;
  readonly value: string;
  /** `/` when left out. */
  readonly path?: string;
}

interface Options {
  readonly url: string;
  readonly out: string;
  /** Of the pictures, in CSS pixels. */
  readonly widths: readonly number[];
  readonly cookies: readonly Cookie[];
}

/** Loads the page in both languages and themes, takes its pictures and lets axe judge each of them once. */
export async function lookAtPage(
  browser: Browser,
  { name, path, as, status = 200 }: PageToSee,
  { url, out, widths, cookies }: Options,
): Promise<Looked> {
  const context = await browser.newContext({ baseURL: url, reducedMotion: 'reduce' });
  context.setDefaultTimeout(20_000);
  await context.addCookies(
    cookies.map(({ name, value, path = '/' }) => ({
      name,
      value,
      path,
      domain: new URL(url).hostname,
      httpOnly: true,
      sameSite: 'Strict' as const,
    })),
  );
  const page = await context.newPage();
  const faults: Array<Looked['faults'][number]> = [];
  const pictures: string[] = [];
  let moderate = 0;
  let sideways = false;
  let answered = 0;
  for (const locale of ['vi', 'en']) {
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme });
      await page.setViewportSize({ width: 1280, height: 900 });
      const response = await page.goto(inLanguage(path, locale));
      answered = Math.max(answered, response?.status() ?? 0);
      // Each language once, each theme once.
      if ((locale === 'vi') === (theme === 'light')) {
        const found = await judge(page);
        faults.push(...found.serious.map((fault) => ({ ...fault, locale, theme })));
        moderate += found.moderate;
      }
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        const file = `${name}-${as ?? 'open'}-${locale}-${theme}-${width}.png`;
        await page.screenshot({ path: join(out, file), fullPage: true });
        pictures.push(file);
      }
      await page.setViewportSize({ width: narrowest, height: 900 });
      const wider = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
      sideways ||= wider === true;
    }
  }
  await context.close();
  const asExpected = answered === status;
  return { name, path, status: answered, asExpected, faults, moderate, sideways, pictures };
}

function inLanguage(path: string, locale: string): string {
  const [address = '', hash] = path.split('#');
  const withLanguage = `${address}${address.includes('?') ? '&' : '?'}lang=${locale}`;
  return hash === undefined ? withLanguage : `${withLanguage}#${hash}`;
}

async function judge(page: Page): Promise<{ serious: Fault[]; moderate: number }> {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return {
    moderate: violations.length - grave.length,
    serious: grave.map(({ id, impact, nodes }) => ({
      rule: id,
      impact: impact ?? '',
      where: nodes.map((node) => node.html.slice(0, 160)),
    })),
  };
}
