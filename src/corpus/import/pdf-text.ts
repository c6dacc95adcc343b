import { ValidationError } from '#platform/errors.ts';

import { blocksOf } from './pdf-blocks.ts';
import { readingOrder } from './pdf-columns.ts';
import { fragmentsOf } from './pdf-fragments.ts';
import { withoutFurniture } from './pdf-furniture.ts';
import { createHyphenJoiner } from './pdf-hyphens.ts';
import { type PdfPage, readPdfItems } from './pdf-items.ts';
import { joinBlocks, type ReadText } from './text-blocks.ts';

/** Above this share of characters that are no letters of any script, a font hides its text. */
const MAX_UNREADABLE = 0.05;
const UNREADABLE = /[\uFFFD\p{Co}\u0000-\u0008\u000E-\u001F]/gu;
/** Bullets of symbol fonts, which have no meaning but their shape. */
const SYMBOL_BULLET = /^[\uF000-\uF0FF](?=\s|$)/gmu;

/**
 * The work of `readPdf`, without its bounds on time and memory.
 * @throws ValidationError when there is no text or too much of it is unreadable; else as
 *   `readPdfItems`.
 */
export async function readPdfText(bytes: Uint8Array, fileName: string): Promise<ReadText> {
  const { pages, title } = await readPdfItems(bytes, fileName);
  const warnings: string[] = [];
  const empty = pages.filter((page) => page.items.every((item) => item.text.trim() === ''));
  refuseScan(pages, empty, fileName);
  if (empty.length > 0) {
    warnings.push(`pages without text, perhaps pictures of text: ${pageList(empty)}`);
  }
  refuseUnreadable(pages, fileName, warnings);
  const turned = pages.reduce((sum, page) => sum + page.turned, 0);
  if (turned > 0) warnings.push(`${turned} pieces of text at an angle were left out`);

  const fragmented = pages.map((page) => ({ ...page, fragments: fragmentsOf(page) }));
  const { pages: clean, dropped } = withoutFurniture(fragmented);
  if (dropped > 0) warnings.push(`${dropped} headers, footers and page numbers were left out`);
  const ordered = clean.map((page) => ({ ...page, regions: readingOrder(page.fragments) }));
  const join = createHyphenJoiner(
    clean.flatMap((page) => page.fragments.map((fragment) => fragment.text)),
  );
  const { text, places } = joinBlocks(blocksOf(ordered, join));
  if (text === '') refuseScan(pages, pages, fileName);
  return { text, places, title, warnings };
}

function refuseScan(pages: readonly PdfPage[], empty: readonly PdfPage[], fileName: string): void {
  if (empty.length < pages.length) return;
  throw new ValidationError(`${fileName}: the file has no text; it seems to be a scan`, {
    field: 'file',
    remedy: 'run text recognition (OCR) on it first, check the result, and import that file',
  });
}

function refuseUnreadable(pages: readonly PdfPage[], fileName: string, warnings: string[]): void {
  let total = 0;
  let unreadable = 0;
  for (const { items } of pages) {
    for (const { text } of items) {
      total += text.replace(/\s+/g, '').length;
      unreadable += text.replace(SYMBOL_BULLET, '').match(UNREADABLE)?.length ?? 0;
    }
  }
  if (unreadable > total * MAX_UNREADABLE) {
    const share = Math.round((100 * unreadable) / total);
    throw new ValidationError(
      `${fileName}: ${share} % of the characters cannot be read, because a font does not say which letters it draws`,
      { field: 'file', remedy: 'import the source as DOCX, or run text recognition (OCR) on it' },
    );
  }
  if (unreadable > 0) warnings.push(`${unreadable} characters could not be read`);
}

/** "2, 5–7", at most twenty of them. */
function pageList(pages: readonly PdfPage[]): string {
  const ranges: Array<[number, number]> = [];
  for (const { number } of pages) {
    const last = ranges.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  const named = ranges
    .slice(0, 20)
    .map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  return ranges.length > 20 ? `${named.join(', ')} and others` : named.join(', ');
}
