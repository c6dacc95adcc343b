import { TooLargeError, ValidationError } from '#platform/errors.ts';

export type FileFormat = 'markdown' | 'html' | 'text' | 'csv' | 'tsv' | 'docx' | 'pdf' | 'jsonl';

/** 64 MiB: two thousand scanned pages with text, far above any single document. */
const maxFileBytes = 67_108_864;

const formats: Readonly<Record<string, FileFormat>> = {
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  txt: 'text',
  csv: 'csv',
  tsv: 'tsv',
  docx: 'docx',
  pdf: 'pdf',
  jsonl: 'jsonl',
};

export const mediaTypes: Readonly<Record<FileFormat, string>> = {
  markdown: 'text/markdown',
  html: 'text/html',
  text: 'text/plain',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  jsonl: 'application/x-ndjson',
};

/** Extensions with their dot. */
export const corpusExtensions: ReadonlySet<string> = new Set(
  Object.keys(formats).map((extension) => `.${extension}`),
);

const KNOWN = [...corpusExtensions].join(', ');
/** What can be made of formats that are not read. */
const REMEDIES: Readonly<Record<string, string>> = {
  doc: 'open it in a word processor and save it as .docx',
  rtf: 'open it in a word processor and save it as .docx',
  odt: 'open it in a word processor and save it as .docx',
  xls: 'save the sheet as .csv in UTF-8',
  xlsx: 'save the sheet as .csv in UTF-8',
  ods: 'save the sheet as .csv in UTF-8',
  json: 'write one JSON object per line and name it .jsonl',
};
/** First bytes, as Latin-1, of what is not text. */
const SIGNATURES = [
  ['%PDF-', 'a PDF', 'pdf'],
  ['PK\u0003\u0004', 'a zip archive such as .docx', 'docx'],
  [
    '\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1',
    'an Office file of before 2007, or an encrypted one',
    'docx',
  ],
  ['{\\rtf', 'an RTF document', null],
  ['\u0089PNG', 'a picture', null],
  ['\u00FF\u00D8\u00FF', 'a picture', null],
  ['GIF8', 'a picture', null],
  ['II*\u0000', 'a picture', null],
  ['MM\u0000*', 'a picture', null],
  ['\u001F\u008B', 'a gzip archive', null],
] as const;
const HTML = /^\s*(?:<!--[\s\S]{0,500}?-->\s*)*<(?:!doctype\s+html|html[\s>])/i;

/**
 * The format of a file by its extension, when the content does not say otherwise.
 * @throws ValidationError when the file is empty, a folder, of an unknown extension, or other content
 *   under the extension of a known one.
 * @throws TooLargeError above 64 MiB.
 */
export function fileFormat(bytes: Uint8Array, fileName: string): FileFormat {
  const extension = /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  if (/[/\\]$|^\.{0,2}$/.test(fileName)) refuse(fileName, 'is a folder', 'give the files in it');
  const format = formats[extension];
  if (format === undefined) {
    const what = extension === '' ? 'has no extension' : `is of an unknown kind (.${extension})`;
    refuse(fileName, what, REMEDIES[extension] ?? `use one of ${KNOWN}`);
  }
  if (bytes.length === 0) refuse(fileName, 'is empty', 'check that it was copied completely');
  refuseTooLarge(bytes.length, fileName);
  refuseOtherContent(bytes, fileName, format, extension);
  return format;
}

/** Can be asked before a file is read. @throws TooLargeError above 64 MiB. */
export function refuseTooLarge(byteLength: number, fileName: string): void {
  if (byteLength <= maxFileBytes) return;
  throw new TooLargeError(`${fileName}: the file is larger than 64 MiB`, {
    field: 'file',
    remedy: 'split it into parts',
  });
}

function refuseOtherContent(
  bytes: Uint8Array,
  fileName: string,
  format: FileFormat,
  extension: string,
): void {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const raw = Array.from(bytes.subarray(0, 8), (byte) => String.fromCharCode(byte)).join('');
  const found = SIGNATURES.find(([signature]) => raw.startsWith(signature));
  if (found !== undefined && found[2] !== format) {
    const [, what, real] = found;
    const remedy =
      real === 'pdf'
        ? 'name it .pdf'
        : real === 'docx'
          ? 'name it .docx, or open it and save it as .docx'
          : 'give its text as .docx, .pdf with text, or .txt in UTF-8';
    refuse(fileName, `is ${what} named .${extension}`, remedy);
  }
  if (HTML.test(start) && format !== 'html') {
    refuse(fileName, `is an HTML page named .${extension}`, 'name it .html');
  }
}

function refuse(fileName: string, what: string, remedy: string): never {
  throw new ValidationError(`${fileName === '' ? 'the file' : fileName}: the file ${what}`, {
    field: 'file',
    remedy,
  });
}
