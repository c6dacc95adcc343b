import type { MetadataProposal, SourcePlace } from '#db/schema/corpus.ts';
import { decodeText } from '#language/legacy-encoding.ts';
import { encodingNames } from '#language/legacy-text.ts';
import { AppError } from '#platform/errors.ts';
import { sha256Hex } from '#platform/hash.ts';

import { type DocumentInput, toDocumentInput } from '../document-input.ts';
import { parseBeirLine } from './beir.ts';
import { convertRaw, convertRead } from './convert-legacy.ts';
import { isNationalHeading, proposeMetadata } from './document-head.ts';
import { type FileFormat, fileFormat, mediaTypes } from './file-format.ts';
import { htmlDocument, readHtml } from './html.ts';
import { type PlacedDocument, readMarkdown } from './markdown.ts';
import { firstLine, readPlainText } from './plain-text.ts';
import type { ReadText } from './text-blocks.ts';

export interface ReadCorpusDocument extends PlacedDocument {
  /** What the text says about itself, for an editor to confirm; none for rows of a table. */
  readonly proposals: MetadataProposal[];
  /** 'line 12' in a file of many documents, else null. */
  readonly locator: string | null;
  /** Of the file's bytes, or of the row in a file of many: the same again is no new version. */
  readonly sourceSha256: string;
}

export interface ReadCorpusFile {
  readonly mediaType: string;
  readonly documents: ReadCorpusDocument[];
  /** Rows that could not be read; `where` is their locator. */
  readonly errors: { readonly where: string; readonly error: AppError }[];
  /** What an editor ought to look at, one sentence each. */
  readonly warnings: string[];
}

type Given = Partial<Omit<DocumentInput, 'text'>>;

/**
 * Reads a file of the corpus, whatever its format: .md .markdown .html .htm .txt .csv .tsv .docx .pdf
 * .jsonl. Text in an older Vietnamese encoding is converted where that is certain, and a warning says
 * so. `given` wins over what a file of one document says and fills what rows leave out. A DOCX, PDF or
 * text without a title takes its own, its first heading, its kind and subject, its first line, or the
 * file's name.
 * @param fileName Its last part is the key unless `given` or the file has one.
 * @throws ValidationError | TooLargeError when nothing can be read; faults of rows are in `errors`.
 */
export async function readCorpusFile(
  bytes: Uint8Array,
  fileName: string,
  given: Given = {},
): Promise<ReadCorpusFile> {
  const format = fileFormat(bytes, fileName);
  const mediaType = mediaTypes[format];
  if (format === 'docx' || format === 'pdf') {
    const read = convertRead(await readBinary(format, bytes, fileName), fileName);
    const placed = withTitle(read, fileName, given);
    return { mediaType, ...(await oneDocument(placed, bytes)), warnings: read.warnings };
  }
  const decoded = decodeText(bytes, fileName);
  const { text, warnings } = convertRaw(decoded.text, fileName);
  if (decoded.encoding in encodingNames) {
    const name = encodingNames[decoded.encoding as keyof typeof encodingNames];
    warnings.push(
      `the file was in ${name} and was converted to Unicode; compare it with the original`,
    );
  }
  if (format === 'csv' || format === 'tsv') {
    return { mediaType, warnings, ...(await readTable(text, fileName, given)) };
  }
  if (format === 'jsonl') return { mediaType, warnings, ...(await readLines(text, given)) };
  const placed = readText(format, text, fileName, given, warnings);
  return { mediaType, ...(await oneDocument(placed, bytes)), warnings };
}

/** These readers are large; what never reads such a file never loads them. */
async function readBinary(
  format: 'docx' | 'pdf',
  bytes: Uint8Array,
  fileName: string,
): Promise<ReadText> {
  if (format === 'docx') {
    const { readDocx } = await import('./docx.ts');
    return readDocx(bytes, { fileName });
  }
  const { readPdf } = await import('./pdf.ts');
  return readPdf(bytes, { fileName });
}

function readText(
  format: Exclude<FileFormat, 'docx' | 'pdf' | 'csv' | 'tsv' | 'jsonl'>,
  text: string,
  fileName: string,
  given: Given,
  warnings: string[],
): PlacedDocument {
  if (format === 'markdown') return readMarkdown(text, { fileName: baseName(fileName), given });
  if (format === 'text') return withTitle(readPlainText(text), fileName, given);
  // Characters written as entities come to light only here.
  const page = convertRead(readHtml(text), fileName);
  warnings.push(...page.warnings);
  const document = htmlDocument(page, { ...given, fileName: baseName(fileName) });
  return { document, places: page.places };
}

async function oneDocument(
  placed: PlacedDocument,
  bytes: Uint8Array,
): Promise<Pick<ReadCorpusFile, 'documents' | 'errors'>> {
  const { document } = placed;
  const proposals = proposeMetadata(document.text, document.language).filter(
    ({ field, value }) => document[field] !== value,
  );
  const sourceSha256 = await sha256Hex(bytes);
  return { documents: [{ ...placed, proposals, locator: null, sourceSha256 }], errors: [] };
}

function withTitle(read: ReadText, fileName: string, given: Given): PlacedDocument {
  const key = baseName(fileName);
  // The head can be read once the language is known, so the document is built with a stand-in first.
  const document = toDocumentInput({ key, title: key, ...given, text: read.text }, fileName);
  if (given.title !== undefined) return { document, places: read.places };
  const proposed = proposeMetadata(document.text, document.language);
  const own = read.title !== null && read.title !== firstLine(read.text) ? read.title : null;
  const heading = /^#{1,6} (.+)$/m.exec(document.text)?.[1] ?? null;
  const title = [
    own,
    heading,
    proposed.find(({ field }) => field === 'title')?.value ?? null,
    read.title ?? firstLine(document.text),
  ].find((candidate) => candidate !== null && isTitle(candidate));
  return {
    document: title == null ? document : toDocumentInput({ ...document, title }, fileName),
    places: read.places,
  };
}

/** The national heading stands first in every official document, alone or beside the issuer. */
function isTitle(candidate: string): boolean {
  return /\p{L}/u.test(candidate) && candidate.length <= 1000 && !isNationalHeading(candidate);
}

async function readTable(
  text: string,
  fileName: string,
  given: Given,
): Promise<Pick<ReadCorpusFile, 'documents' | 'errors'>> {
  const { readCsv } = await import('./csv.ts');
  const { documents, errors } = readCsv(text, { fileName, defaults: rowDefaults(given) });
  return {
    documents: await Promise.all(
      documents.map(({ document, line, source }) => rowDocument(document, line, source)),
    ),
    errors: errors.map(({ line, error }) => ({ where: `line ${line}`, error })),
  };
}

async function readLines(
  text: string,
  given: Given,
): Promise<Pick<ReadCorpusFile, 'documents' | 'errors'>> {
  const documents: ReadCorpusDocument[] = [];
  const errors: { where: string; error: AppError }[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    try {
      const document = parseBeirLine(line, index + 1, rowDefaults(given));
      documents.push(await rowDocument(document, index + 1, line.trim()));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      errors.push({ where: `line ${index + 1}`, error });
    }
  }
  return { documents, errors };
}

async function rowDocument(
  document: DocumentInput,
  line: number,
  source: string,
): Promise<ReadCorpusDocument> {
  const places: SourcePlace[] = [{ start: 0, line }];
  const sourceSha256 = await sha256Hex(source);
  return { document, places, proposals: [], locator: `line ${line}`, sourceSha256 };
}

function rowDefaults({
  key: _key,
  title: _title,
  ...defaults
}: Given): Omit<Given, 'key' | 'title'> {
  return defaults;
}

function baseName(fileName: string): string {
  return fileName.replace(/^.*[/\\]/, '');
}
