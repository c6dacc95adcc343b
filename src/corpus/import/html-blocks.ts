import { type HTMLElement, NodeType, type TextNode } from 'node-html-parser';

import type { TextBlock } from './text-blocks.ts';

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
 * The visible text of an element: one line per block, headings behind `#`, list items behind `-`,
 * ` | ` between the cells of a row, blank lines around paragraphs.
 */
export function htmlText(root: HTMLElement): string {
  let text = '';
  // Depth first without recursion: a hostile page may be nested a hundred thousand deep.
  const stack: Array<HTMLElement | TextNode | string> = [root];
  const lastOfParent = new WeakSet<HTMLElement>();
  while (stack.length > 0) {
    const node = stack.pop();
    if (node === undefined) break;
    if (typeof node === 'string') {
      text += node;
    } else if (node.nodeType === NodeType.TEXT_NODE) {
      text += node.text.replace(/[^\S\u00A0]+/g, ' ');
    } else if (isElement(node) && !isHidden(node)) {
      const name = node.tagName ?? '';
      const [before, after] = framesOf(name, lastOfParent.has(node));
      const children = node.childNodes as Array<HTMLElement | TextNode>;
      const last = children.findLast(isElement);
      if (last !== undefined) lastOfParent.add(last);
      stack.push(after);
      for (const child of children.toReversed()) stack.push(child);
      stack.push(before);
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
function framesOf(name: string, isLast: boolean): [string, string] {
  if (name === 'BR') return ['\n', ''];
  if (name === 'TD' || name === 'TH') return ['', isLast ? '' : ' | '];
  if (!BLOCKS.has(name)) return ['', ''];
  const gap = PARAGRAPHS.has(name) ? '\n\n' : '\n';
  const level = /^H([1-6])$/.exec(name)?.[1];
  if (level !== undefined) return [`${gap}${'#'.repeat(Number(level))} `, gap];
  return [name === 'LI' ? '\n- ' : gap, gap];
}

const HEADING = /^#{1,6} (.+)$/;

/** The lines of `htmlText` as blocks, each placed under the heading above it. */
export function headedBlocks(text: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  let place: TextBlock['place'] = {};
  let gap: TextBlock['gap'] = '\n';
  for (const line of text.split('\n')) {
    if (line === '') {
      gap = '\n\n';
      continue;
    }
    const heading = HEADING.exec(line)?.[1];
    if (heading !== undefined) place = { heading };
    blocks.push({ text: line, gap, place });
    gap = '\n';
  }
  return blocks;
}
