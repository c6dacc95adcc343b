import { type HTMLElement, NodeType, parse, type TextNode } from 'node-html-parser';

import { ValidationError } from '#platform/errors.ts';

import { type DocumentInput, toDocumentInput } from '../document-input.ts';

export interface HtmlOptions extends Partial<Omit<DocumentInput, 'text'>> {
  readonly fileName: string;
}

const DROPPED = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE SVG IFRAME NAV FORM BUTTON SELECT HEAD TITLE OBJECT CANVAS AUDIO VIDEO'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION DD DIV DL DT FIGCAPTION FIGURE FOOTER HEADER HR HTML ' +
    'LI MAIN OL P PRE SECTION TABLE TBODY TFOOT THEAD TR UL H1 H2 H3 H4 H5 H6'
  ).split(' '),
);
const PARAGRAPHS = new Set(
  'P H1 H2 H3 H4 H5 H6 TABLE UL OL BLOCKQUOTE PRE ARTICLE SECTION'.split(' '),
);

/**
 * Reads an HTML page: `<title>` (else the first heading), `lang`, and the visible text of `<main>`, a
 * single `<article>` or the body, one line per block, headings behind `#`, list items behind `-`.
 * What a reader does not see (scripts, styles, navigation, hidden elements) is dropped. Fields in
 * `options` win over the page.
 * @throws ValidationError when there is no text or no title.
 */
export function parseHtml(raw: string, options: HtmlOptions): DocumentInput {
  const { fileName, ...given } = options;
  const root = parse(raw, {
    blockTextElements: { script: false, style: false, noscript: false, pre: true },
  });
  const articles = root.querySelectorAll('article');
  const content =
    root.querySelector('main') ??
    (articles.length === 1 ? articles[0] : root.querySelector('body')) ??
    root;
  const heading = root.querySelector('h1');
  const title = [given.title, textOf(root.querySelector('title')), textOf(heading)].find(Boolean);
  if (title === undefined) {
    throw new ValidationError(`${fileName}: title is missing`, {
      field: 'title',
      remedy: 'add a <title> to the page',
    });
  }
  const language = given.language ?? root.querySelector('html')?.getAttribute('lang');
  return toDocumentInput(
    {
      key: fileName,
      ...given,
      title,
      ...(language === undefined || language.trim() === '' ? {} : { language }),
      text: blockText(content),
    },
    fileName,
  );
}

function textOf(element: HTMLElement | null): string {
  return element === null ? '' : element.textContent.replace(/\s+/g, ' ').trim();
}

/** Depth first without recursion: a hostile page may be nested a hundred thousand deep. */
function blockText(root: HTMLElement): string {
  let text = '';
  const stack: Array<HTMLElement | TextNode | string> = [root];
  while (stack.length > 0) {
    const node = stack.pop();
    if (node === undefined) break;
    if (typeof node === 'string') {
      text += node;
    } else if (node.nodeType === NodeType.TEXT_NODE) {
      text += node.text.replace(/[^\S\u00A0]+/g, ' ');
    } else if (isElement(node) && !isHidden(node)) {
      const name = node.tagName ?? '';
      const [before, after] = framesOf(node, name);
      stack.push(after, ...(node.childNodes as HTMLElement[]).toReversed(), before);
    }
  }
  return text
    .split('\n')
    .map((line) => line.replace(/[^\S\n]+/g, ' ').trim())
    .join('\n')
    .replace(/^(-|#{1,6})\n+/gm, '$1 ')
    .replace(/^(?:-|#{1,6}) ?(?=\n|$)/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function isElement(node: HTMLElement | TextNode): node is HTMLElement {
  return node.nodeType === NodeType.ELEMENT_NODE;
}

function isHidden(element: HTMLElement): boolean {
  if (DROPPED.has(element.tagName ?? '')) return true;
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true;
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '');
}

/** What stands before and behind the text of an element. */
function framesOf(element: HTMLElement, name: string): [string, string] {
  if (name === 'BR') return ['\n', ''];
  if (name === 'TD' || name === 'TH') {
    return ['', element.nextElementSibling === null ? '' : ' | '];
  }
  if (!BLOCKS.has(name)) return ['', ''];
  const gap = PARAGRAPHS.has(name) ? '\n\n' : '\n';
  const level = /^H([1-6])$/.exec(name)?.[1];
  if (level !== undefined) return [`${gap}${'#'.repeat(Number(level))} `, gap];
  return [name === 'LI' ? '\n- ' : gap, gap];
}
