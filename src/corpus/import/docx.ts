import mammoth from 'mammoth';
import { parse } from 'node-html-parser';

import { AppError, TooLargeError, ValidationError } from '#platform/errors.ts';

import { docxText } from './docx-text.ts';
import { headedBlocks } from './html-blocks.ts';
import { joinBlocks, type ReadText } from './text-blocks.ts';
import { readZip, type ZipContents } from './zip-check.ts';

/** About 14 s and 1.7 GB of memory; a page of ordinary text has a few hundred. */
const MAX_ELEMENTS = 1_000_000;
const OLE_HEADER = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const STYLE_MAP = ["p[style-name='Title'] => h1:fresh"];

/**
 * Reads a DOCX: headings behind `#`, list items behind `-`, ` | ` between the cells of a table row,
 * footnotes at the end behind their mark ("[1] …"). Tracked insertions are text, tracked deletions,
 * comments, headers and footers are not. Each place is the heading above. Nothing the file points to
 * is opened.
 * @throws ValidationError when it is encrypted, damaged, another format or without text.
 * @throws TooLargeError when it unpacks to more than the limits of `readZip` or `MAX_ELEMENTS`.
 */
export async function readDocx(
  bytes: Uint8Array,
  options: { readonly fileName: string },
): Promise<ReadText> {
  const { fileName } = options;
  refuseOtherFormats(bytes, fileName);
  const keep = (name: string): boolean => /\.(?:xml|rels)$/i.test(name);
  const zip = await readZip(bytes, { fileName, keep });
  refuseOtherArchives(zip, fileName);
  refuseHostileXml(zip, fileName);
  const counts = { numbered: 0, pictures: 0 };
  const html = await convert(zip, counts, fileName);
  const { text, places } = joinBlocks(headedBlocks(docxText(html)));
  if (!/[\p{L}\p{N}]/u.test(text)) {
    throw refused(fileName, 'has no text', 'if its pages are pictures, run text recognition first');
  }
  return { text, places, title: titleOf(zip, text), warnings: warningsOf(zip, counts) };
}

function refuseOtherFormats(bytes: Uint8Array, fileName: string): void {
  const start = Buffer.from(bytes.subarray(0, 8));
  if (start.equals(OLE_HEADER)) {
    const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (whole.includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
      throw refused(fileName, 'is encrypted', 'save it without a password and import it again');
    }
    const isWord = whole.includes(Buffer.from('WordDocument', 'utf16le'));
    const what = isWord ? 'is an old Word document (.doc)' : 'is an old Office file';
    throw refused(fileName, what, 'open it and save it as .docx');
  }
  if (start.subarray(0, 2).toString('latin1') === 'PK') return;
  const remedy = 'give a file saved as .docx, or import it under its own format';
  throw refused(fileName, 'is not a DOCX file', remedy);
}

function refuseOtherArchives({ names }: ZipContents, fileName: string): void {
  const isWord = [...names].some((name) => /^word\/[^/]+\.xml$/i.test(name));
  if (isWord && names.has('[Content_Types].xml')) return;
  const kind = [
    ['xl/', 'a spreadsheet (.xlsx)'],
    ['ppt/', 'a presentation (.pptx)'],
    ['mimetype', 'an OpenDocument file (.odt or similar)'],
  ].find(([prefix]) => [...names].some((name) => name.startsWith(prefix ?? '')));
  const what = kind === undefined ? 'is a zip archive, not a DOCX' : `is ${kind[1] ?? ''}`;
  throw refused(fileName, what, 'open it and save the text as .docx');
}

/** The format forbids document type declarations; they are how entities are made to explode. */
function refuseHostileXml({ kept }: ZipContents, fileName: string): void {
  let elements = 0;
  for (const [name, bytes] of kept) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (buffer.includes('<!DOCTYPE') || buffer.includes('<!ENTITY')) {
      const what = `declares entities in ${name}, which DOCX forbids`;
      throw refused(fileName, what, 'save the document again with a word processor');
    }
    for (let at = buffer.indexOf(60); at >= 0; at = buffer.indexOf(60, at + 1)) elements += 1;
  }
  if (elements <= 2 * MAX_ELEMENTS) return;
  throw new TooLargeError(`${fileName}: more than ${MAX_ELEMENTS} elements`, {
    field: 'file',
    remedy: 'split the document into parts',
  });
}

interface MammothNode {
  readonly type?: string;
  readonly noteType?: string;
  readonly noteId?: string;
  readonly numbering?: { readonly isOrdered: boolean } | null;
  children?: MammothNode[];
}

async function convert(
  zip: ZipContents,
  counts: { numbered: number; pictures: number },
  fileName: string,
): Promise<string> {
  try {
    const result = await mammoth.convertToHtml(asMammothInput(zip), {
      styleMap: STYLE_MAP,
      includeEmbeddedStyleMap: false,
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      transformDocument: (document: MammothNode) => prepare(document, counts),
    });
    return result.value;
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new ValidationError(`${fileName}: the document inside could not be read`, {
      field: 'file',
      remedy: 'open it in a word processor, save it again and import that file',
      cause: error,
    });
  }
}

/**
 * Mammoth takes an opened archive as `file` beside a path and a buffer, though its types do not say
 * so. It then sees only the bytes that were counted, and no second program unpacks the zip.
 */
function asMammothInput({ names, kept }: ZipContents): { buffer: Buffer } {
  const read = (name: string, encoding?: string): Promise<Uint8Array | string> => {
    const bytes = kept.get(name) ?? new Uint8Array();
    return Promise.resolve(
      encoding === undefined ? bytes : new TextDecoder(encoding).decode(bytes),
    );
  };
  const file = { exists: (name: string): boolean => names.has(name), read };
  return { file } as unknown as { buffer: Buffer };
}

/** Counts what will be missing, and keeps the first reference to each note: each copies the note. */
function prepare(
  document: MammothNode,
  counts: { numbered: number; pictures: number },
): MammothNode {
  const seen = new Set<string>();
  const isRepeated = ({ type, noteType, noteId }: MammothNode): boolean => {
    if (type !== 'noteReference') return false;
    const key = `${noteType ?? ''} ${noteId ?? ''}`;
    return seen.has(key) || !seen.add(key);
  };
  const stack = [document];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.numbering?.isOrdered === true) counts.numbered += 1;
    if (node.type === 'image') counts.pictures += 1;
    if (node.children === undefined) continue;
    node.children = node.children.filter((child) => !isRepeated(child));
    for (const child of node.children) stack.push(child);
  }
  return document;
}

function titleOf({ kept }: ZipContents, text: string): string | null {
  const core = new TextDecoder().decode(kept.get('docProps/core.xml'));
  const property = /<dc:title[^<>]*>([^<]{1,4000})<\/dc:title>/.exec(core)?.[1] ?? '';
  const title = parse(property).textContent.replace(/\s+/g, ' ').trim();
  return title !== '' ? title : (/^# (.+)$/m.exec(text)?.[1] ?? null);
}

function warningsOf(
  { kept }: ZipContents,
  counts: { numbered: number; pictures: number },
): string[] {
  const warnings: string[] = [];
  if (counts.numbered > 0) {
    warnings.push(
      `${counts.numbered} paragraphs are numbered automatically; their numbers are not in the text`,
    );
  }
  if (counts.pictures > 0) warnings.push(`${counts.pictures} pictures were left out`);
  const body = Buffer.from(kept.get('word/document.xml') ?? []);
  if (body.includes('<w:del ') || body.includes('<w:ins ')) {
    warnings.push('the file has tracked changes; insertions were taken, deletions left out');
  }
  return warnings;
}

function refused(fileName: string, what: string, remedy: string): ValidationError {
  return new ValidationError(`${fileName}: the file ${what}`, { field: 'file', remedy });
}
