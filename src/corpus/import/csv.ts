import { CsvError, parse } from 'csv-parse/sync';

import { AppError, ValidationError } from '#platform/errors.ts';

import { type DocumentInput, toDocumentInput } from '../document-input.ts';
import { readCell, readHeader, type Field } from './csv-columns.ts';
import { firstLine } from './plain-text.ts';

export interface CsvDocument {
  readonly document: DocumentInput;
  /** Of the file, from 1, where the row begins. */
  readonly line: number;
  /** The filled cells with their fields: what makes the row the same row again. */
  readonly source: string;
}

export interface CsvOptions {
  readonly fileName: string;
  /** For cells that are empty or have no column. */
  readonly defaults?: Partial<Omit<DocumentInput, 'key' | 'title' | 'text'>>;
}

interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

const DELIMITERS = [',', ';', '\t'] as const;

/**
 * Reads a table of documents, one a row: the first row names the fields of `DocumentInput` or their
 * Vietnamese names ("nội dung", "số hiệu", "ngày ban hành"). Comma, semicolon or tab; topics parted by
 * `;`; dates as YYYY-MM-DD or DD/MM/YYYY; without a key the number is the key, without a title the
 * first line of the text is. Cells are text, whatever they begin with. What is wrong with a row is
 * reported with its line, the other rows are kept.
 * @throws ValidationError for a header or a quotation mark that makes the whole file unreadable.
 */
export function readCsv(
  raw: string,
  options: CsvOptions,
): { documents: CsvDocument[]; errors: { line: number; error: AppError }[] } {
  const [header, ...rows] = parseRows(raw, options.fileName);
  if (header === undefined || rows.length === 0) {
    throw new ValidationError(`${options.fileName}: no rows below the names of the columns`, {
      field: 'file',
      remedy: 'put the names of the columns in the first row and one document in each further row',
    });
  }
  const columns = readHeader(header.cells, options.fileName);
  const documents: CsvDocument[] = [];
  const errors: { line: number; error: AppError }[] = [];
  const lineOf = new Map<string, number>();
  for (const row of rows) {
    try {
      const read = readRow(row, columns, options.defaults ?? {});
      const earlier = lineOf.get(read.document.key);
      if (earlier !== undefined) throw repeatedKey(read, earlier);
      lineOf.set(read.document.key, row.line);
      documents.push(read);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      errors.push({ line: row.line, error });
    }
  }
  return { documents, errors };
}

function readRow(
  { cells, line }: Row,
  columns: ReadonlyArray<Field | null>,
  defaults: object,
): CsvDocument {
  if (cells.length > columns.length) {
    throw new ValidationError(`line ${line}: ${cells.length} cells for ${columns.length} columns`, {
      field: 'line',
      remedy: 'put texts that hold the separator in quotation marks',
    });
  }
  const filled = columns.flatMap((field, index) => {
    const cell = cells[index] ?? '';
    return field === null || cell.trim() === '' ? [] : [[field, cell] as const];
  });
  const fields: Record<string, unknown> = Object.fromEntries(
    filled.map(([field, cell]) => [field, readCell(field, cell)]),
  );
  const text = typeof fields['text'] === 'string' ? fields['text'] : '';
  const number = fields['number'];
  const title = firstLine(text);
  const document = toDocumentInput(
    {
      ...defaults,
      ...(number === undefined ? {} : { key: number }),
      ...(title === null ? {} : { title }),
      ...fields,
      text,
    },
    `line ${line}`,
  );
  return { document, line, source: JSON.stringify(filled) };
}

function repeatedKey({ document, line }: CsvDocument, earlier: number): ValidationError {
  return new ValidationError(
    `line ${line}: the key ${document.key} was already used in line ${earlier}`,
    { field: 'key', remedy: 'give every row its own key' },
  );
}

/** Rows that are not empty, each with the line it begins on. */
function parseRows(raw: string, fileName: string): Row[] {
  try {
    const records = parse(raw, {
      bom: true,
      delimiter: guessDelimiter(raw),
      info: true,
      relax_column_count: true,
      skip_empty_lines: false,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    let before = 0;
    return records.flatMap(({ record, info }) => {
      const line = before + 1;
      before = Math.max(info.lines, line);
      return record.every((cell) => cell.trim() === '') ? [] : [{ cells: record, line }];
    });
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const { lines } = cause as unknown as { lines?: number };
    const place = lines === undefined ? '' : `line ${lines}: `;
    const what =
      cause.code === 'CSV_QUOTE_NOT_CLOSED'
        ? 'a quotation mark is never closed'
        : 'a quotation mark stands within a cell';
    throw new ValidationError(`${fileName}: ${place}${what}`, {
      field: 'file',
      remedy: 'write a quotation mark within quoted text twice ("")',
      cause,
    });
  }
}

/** What parts the names in the first row most often, outside quotation marks. */
function guessDelimiter(raw: string): string {
  const header = (/^\s*[^\n]*/.exec(raw.replace(/^\uFEFF/, ''))?.[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (delimiter: string): number => header.split(delimiter).length;
  return DELIMITERS.toSorted((one, other) => count(other) - count(one))[0] ?? ',';
}
