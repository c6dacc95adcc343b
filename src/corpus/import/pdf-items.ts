import { getDocumentProxy } from 'unpdf';

import { TooLargeError } from '#platform/errors.ts';

/** A run of text on a page in points; `y` is the baseline, counted downwards from the top. */
export interface PdfItem {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

export interface PdfPage {
  /** From 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly items: readonly PdfItem[];
  /** Runs that stand at an angle, as watermarks do; left out. */
  readonly turned: number;
}

export interface PdfContents {
  readonly pages: readonly PdfPage[];
  readonly title: string | null;
}

export const PDF_LIMITS = { pages: 2000, itemsPerPage: 50_000, items: 2_000_000 } as const;

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;
type Page = Awaited<ReturnType<Document['getPage']>>;
type Matrix = readonly [number, number, number, number, number, number];

/**
 * Reads the runs of text of every page. Nothing in the file is run, rendered or fetched, and what
 * cannot be parsed is an error, because a text with holes must not pass for the document.
 * An error leaves pdf.js as it is: the thread that runs it ends.
 * @throws TooLargeError above `PDF_LIMITS`, before further pages are read; else what pdf.js throws.
 */
export async function readPdfItems(bytes: Uint8Array, fileName: string): Promise<PdfContents> {
  // pdf.js takes the buffer away from its owner, so it gets a copy.
  const document = await getDocumentProxy(new Uint8Array(bytes), {
    stopAtErrors: true,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    maxImageSize: 0,
    verbosity: 0,
  });
  if (document.numPages > PDF_LIMITS.pages) throw tooLarge(fileName, 'pages', PDF_LIMITS.pages);
  const pages: PdfPage[] = [];
  let left: number = PDF_LIMITS.items;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    pages.push(await readPage(page, number, fileName));
    page.cleanup();
    left -= pages.at(-1)?.items.length ?? 0;
    if (left < 0) throw tooLarge(fileName, 'runs of text', PDF_LIMITS.items);
  }
  const title = await titleOf(document);
  await document.loadingTask.destroy();
  return { pages, title };
}

async function readPage(page: Page, number: number, fileName: string): Promise<PdfPage> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const items: PdfItem[] = [];
  let turned = 0;
  const reader = page.streamTextContent({ includeMarkedContent: false }).getReader();
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    for (const raw of (chunk.value as { items: RawItem[] }).items) {
      const item = placed(raw, transform as unknown as Matrix);
      if (item === null) turned += raw.str.trim() === '' ? 0 : 1;
      else if (item.text !== '') items.push(item);
    }
    if (items.length + turned <= PDF_LIMITS.itemsPerPage) continue;
    throw tooLarge(fileName, 'runs of text on a page', PDF_LIMITS.itemsPerPage);
  }
  return { number, width, height, items, turned };
}

interface RawItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
}

/** Null when the run is not horizontal. */
function placed(raw: RawItem, viewport: Matrix): PdfItem | null {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = raw.transform;
  const [va, vb, vc, vd, ve, vf] = viewport;
  const across = va * a + vc * b;
  const along = vb * a + vd * b;
  if (!(across > 0) || Math.abs(along) > across * 0.1) return null;
  return {
    text: raw.str,
    x: va * e + vc * f + ve,
    y: vb * e + vd * f + vf,
    width: raw.width,
    size: Math.hypot(va * c + vc * d, vb * c + vd * d),
  };
}

async function titleOf(document: Document): Promise<string | null> {
  const { info } = await document.getMetadata();
  const raw = (info as Record<string, unknown>)['Title'];
  const title = typeof raw === 'string' ? raw.replace(/\s+/g, ' ').trim() : '';
  const isFileName = /^Microsoft Word|^untitled$|\.(?:docx?|pdf|indd|odt)$/i.test(title);
  return title === '' || isFileName ? null : title;
}

function tooLarge(fileName: string, what: string, limit: number): TooLargeError {
  return new TooLargeError(`${fileName}: more than ${limit} ${what}`, {
    field: 'file',
    remedy: 'split the document into parts',
  });
}
