import { type HTMLElement, parse } from 'node-html-parser';

import { ValidationError } from '#platform/errors.ts';

import { type DocumentInput, toDocumentInput } from '../document-input.ts';
import { headedBlocks, htmlText } from './html-blocks.ts';
import { joinBlocks, type ReadText } from './text-blocks.ts';

export interface HtmlOptions extends Partial<Omit<DocumentInput, 'text'>> {
  readonly fileName: string;
}

export interface HtmlPage extends ReadText {
  /** What the page's `lang` says, as written. */
  readonly language: string | null;
}

/**
 * Reads an HTML page: `<title>` (else the first heading), `lang`, and the visible text of `<main>`, a
 * single `<article>` or the body, one line per block, headings behind `#`, list items behind `-`.
 * What a reader does not see (scripts, styles, navigation, hidden elements) is dropped. Each place is
 * the heading above.
 */
export function readHtml(raw: string): HtmlPage {
  // Without a <body> the parser takes the declaration for text.
  const root = parse(raw.replace(/^\s*<!doctype[^>]*>/i, ''), {
    blockTextElements: { script: false, style: false, noscript: false, pre: true },
  });
  const articles = root.querySelectorAll('article');
  const content =
    root.querySelector('main') ??
    (articles.length === 1 ? articles[0] : root.querySelector('body')) ??
    root;
  const titles = [root.querySelector('title'), root.querySelector('h1')].map(textOf);
  const language = root.querySelector('html')?.getAttribute('lang')?.trim() ?? '';
  return {
    ...joinBlocks(headedBlocks(htmlText(content))),
    title: titles.find(Boolean) ?? null,
    language: language === '' ? null : language,
    warnings: [],
  };
}

/**
 * A page as a document; fields in `options` win over it.
 * @throws ValidationError when there is no text or no title.
 */
export function parseHtml(raw: string, options: HtmlOptions): DocumentInput {
  return htmlDocument(readHtml(raw), options);
}

/** @see parseHtml */
export function htmlDocument(page: HtmlPage, options: HtmlOptions): DocumentInput {
  const { fileName, ...given } = options;
  const title = given.title ?? page.title;
  if (title === null) {
    throw new ValidationError(`${fileName}: title is missing`, {
      field: 'title',
      remedy: 'add a <title> to the page',
    });
  }
  const language = given.language ?? page.language;
  return toDocumentInput(
    {
      key: fileName,
      ...given,
      title,
      ...(language === null ? {} : { language }),
      text: page.text,
    },
    fileName,
  );
}

function textOf(element: HTMLElement | null): string {
  return element === null ? '' : element.textContent.replace(/\s+/g, ' ').trim();
}
