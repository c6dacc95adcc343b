import { type HTMLElement, parse } from 'node-html-parser';

import { htmlText } from './html-blocks.ts';

const CELL_BLOCKS = 'p, h1, h2, h3, h4, h5, h6, ul, ol, li';

/**
 * The text of the HTML that mammoth makes of a DOCX. Footnotes, which it lists at the end with links
 * back, become lines behind the mark that stands in the text; a cell's paragraphs become one line.
 */
export function docxText(html: string): string {
  const root = parse(html);
  for (const note of root.querySelectorAll('li')) {
    if (!/^(?:foot|end)note-/.test(note.id)) continue;
    for (const link of note.querySelectorAll('a')) {
      if (/^#(?:foot|end)note-ref-/.test(link.getAttribute('href') ?? '')) link.remove();
    }
  }
  numberNotes(root);
  for (const table of root.querySelectorAll('table')) flattenTable(table);
  return htmlText(root);
}

/** Mammoth lists the notes in the order of their marks, which it numbers from 1. */
function numberNotes(root: HTMLElement): void {
  const notes = root.querySelectorAll('li').filter(({ id }) => /^(?:foot|end)note-/.test(id));
  for (const [index, note] of notes.entries()) {
    note.tagName = 'DIV';
    const first = note.querySelector('p') ?? note;
    first.insertAdjacentHTML('afterbegin', `[${index + 1}] `);
  }
}

/**
 * A table of one or two rows with several paragraphs in a cell places text side by side, as the head
 * of an official document does: its cells are read one after another. Other rows are one line each.
 */
function flattenTable(table: HTMLElement): void {
  const rows = table.querySelectorAll('tr');
  const cells = table.querySelectorAll('td, th');
  const isLayout =
    rows.length <= 2 && cells.some((cell) => cell.querySelectorAll('p, li').length > 1);
  if (isLayout) {
    for (const part of [table, ...rows, ...cells]) part.tagName = 'DIV';
    return;
  }
  for (const cell of cells) {
    for (const block of cell.querySelectorAll(CELL_BLOCKS)) {
      block.tagName = 'SPAN';
      block.insertAdjacentHTML('beforeend', ' ');
    }
  }
}
