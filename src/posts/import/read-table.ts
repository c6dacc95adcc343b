import { CsvError, parse } from 'csv-parse/sync';
import { decodeText } from '#language/legacy-encoding.ts';
import { TooLargeError, ValidationError } from '#platform/errors.ts';
import { type Column, toColumns } from './columns.ts';
import { findFileKind } from './file-kind.ts';
import type { Refusal } from './refusals.ts';

export interface TableRow {
  /** See `Refusal.row`. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** A file of posts, read and not yet understood. */
export interface PostFile {
  readonly kind: 'table' | 'lines';
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
  readonly refusals: readonly Refusal[];
}

const separators = [',', ';', '\t'] as const;
/** An export with more keys or columns is of something else. */
const maxColumns = 200;

/**
 * The text of a file in whatever encoding it clearly is, with LF and without byte-order mark, as a page
 * can carry it; NUL becomes U+FFFD, so that only its row is refused.
 * @throws ValidationError (field `file.<what>`) when it is empty, no text, or in no clear encoding.
 */
export function readFileText(bytes: Uint8Array): string {
  if (bytes.length === 0) throw fault('empty', 'the file is empty', 'Choose a file with posts.');
  const kind = findFileKind(bytes);
  if (kind !== null) throw fault(kind, 'the file is not text', 'Save it as CSV in UTF-8.');
  let text: string;
  try {
    ({ text } = decodeText(bytes, 'file'));
  } catch (cause) {
    if (!(cause instanceof ValidationError)) throw cause;
    throw new ValidationError(cause.message, {
      field: 'file.encoding',
      remedy: cause.remedy ?? 'Save it as UTF-8.',
      cause,
    });
  }
  return plainText(text);
}

/** As `readFileText` leaves it: for text that came back from a page. Idempotent. */
export function plainText(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\0', '\uFFFD');
}

/**
 * Reads CSV, TSV (comma, semicolon or tab, as the first row has it) or NDJSON, as the text begins.
 * @throws ValidationError (field `file.<what>`) when no row can be told; TooLargeError above `maxRows`.
 */
export function readTable(text: string, maxRows: number): PostFile {
  if (text.trim() === '') throw fault('empty', 'the file is empty', 'Choose a file with posts.');
  const file = /^\s*[{[]/.test(text) ? readLines(text) : readCsv(text);
  const count = file.rows.length + file.refusals.length;
  if (count === 0) {
    throw fault('header_only', 'no rows below the names of the columns', 'Add the posts.');
  }
  if (count > maxRows) {
    throw new TooLargeError(`${count} rows, more than ${maxRows}`, {
      field: 'file.rows',
      remedy: 'Split the file, or import it where the service runs: doichung posts import.',
    });
  }
  return file;
}

function readCsv(raw: string): PostFile {
  // Spreadsheets begin with it so that other spreadsheets know the separator.
  const declared = /^sep=(.)\n/i.exec(raw);
  const text = declared === null ? raw : raw.slice(declared[0].length);
  const records = parseCsv(text, declared?.[1] ?? guessSeparator(text));
  const first = records.findIndex((cells) => !isBlank(cells));
  const columns = toColumns(records[first] ?? []);
  if (columns.length > maxColumns) throw tooManyColumns();
  const rows: TableRow[] = [];
  const refusals: Refusal[] = [];
  const before = declared === null ? 1 : 2;
  for (const [index, cells] of records.entries()) {
    if (index <= first || isBlank(cells)) continue;
    const row = index + before;
    if (cells.slice(columns.length).some((cell) => cell.trim() !== '')) {
      refusals.push({ row, code: 'too_many_cells' });
    } else rows.push({ row, cells });
  }
  return { kind: 'table', columns, rows, refusals };
}

/** Behind a broken quotation mark nobody can tell where a row ends: then no row is read. */
function parseCsv(text: string, delimiter: string): string[][] {
  try {
    return parse(text, { delimiter, relax_column_count: true, skip_empty_lines: false });
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const { lines } = cause as unknown as { readonly lines?: number };
    throw new ValidationError(`broken quotation marks in line ${lines ?? '?'}`, {
      field: 'file.quotes',
      remedy: 'Close them, and write those inside a cell twice (""); nothing was read.',
      cause,
    });
  }
}

/** What parts the names in the first row most often, outside quotation marks. */
function guessSeparator(text: string): string {
  const header = (/^\s*[^\n]*/.exec(text)?.[0] ?? '').replaceAll(/"[^"]*"/g, '');
  const count = (separator: string): number => header.split(separator).length;
  return separators.toSorted((one, other) => count(other) - count(one))[0] ?? ',';
}

function readLines(text: string): PostFile {
  const objects: { row: number; value: Record<string, unknown> }[] = [];
  const refusals: Refusal[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const value = parseObject(line);
    if (value === null) refusals.push({ row: index + 1, code: 'not_json' });
    else objects.push({ row: index + 1, value });
  }
  if (objects.length === 0) {
    throw fault('not_lines', 'no line is a JSON object', 'Write one JSON object on each line.');
  }
  const keys = [...new Set(objects.flatMap(({ value }) => Object.keys(value)))];
  if (keys.length > maxColumns) throw tooManyColumns();
  const rows = objects.map(({ row, value }) => ({
    row,
    cells: keys.map((key) => cellOf(Object.hasOwn(value, key) ? value[key] : null)),
  }));
  return { kind: 'lines', columns: toColumns(keys), rows, refusals };
}

function parseObject(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** What is no text says nothing. */
function cellOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

function tooManyColumns(): ValidationError {
  return fault('columns', `more than ${maxColumns} columns`, 'Keep the columns of the posts.');
}

function fault(what: string, message: string, remedy: string): ValidationError {
  return new ValidationError(message, { field: `file.${what}`, remedy });
}
