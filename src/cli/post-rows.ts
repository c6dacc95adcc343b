import { extname } from 'node:path';
import { type CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { ValidationError } from '#platform/errors.ts';
import type { PostInput } from '#posts/index.ts';
import type { SourceFile } from './read-text-file.ts';

export interface PostRow {
  /** Line of an .ndjson file, record of a .csv file; both from 1. */
  readonly row: number;
  readonly input: PostInput;
}

export interface RowError {
  readonly row: number;
  readonly field: string | null;
  readonly error: string;
  readonly remedy: string | null;
}

const rowSchema = z.object({
  text: z.string({ error: 'is missing or not a string' }),
  platform: z.string().nullish(),
  url: z.string().nullish(),
  posted_at: z.string().nullish(),
});

/** Reads posts out of .ndjson or .csv; a wrong row is reported and the others are kept. @throws ValidationError */
export function readPostRows(file: SourceFile): { rows: PostRow[]; errors: RowError[] } {
  const extension = extname(file.name).toLowerCase();
  if (extension === '.csv') return readCsv(file);
  if (extension === '.ndjson' || extension === '.jsonl') return readNdjson(file.text);
  throw new ValidationError(`${extension || 'no extension'} is not a known format`, {
    field: 'file',
    remedy: 'Use .ndjson (one JSON object a line) or .csv (with a header that names "text").',
  });
}

function readNdjson(text: string): { rows: PostRow[]; errors: RowError[] } {
  const rows: PostRow[] = [];
  const errors: RowError[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      errors.push(rowError(index + 1, null, 'not JSON', 'Write one JSON object on each line.'));
      continue;
    }
    addRow(index + 1, value, rows, errors);
  }
  return { rows, errors };
}

/** Behind a broken quote nobody can tell where a row ends. */
const brokenQuote = /^CSV_(INVALID_CLOSING_QUOTE|INVALID_OPENING_QUOTE|QUOTE_NOT_CLOSED)$/;

/** @throws ValidationError at a broken quote: then no row is read. */
function readCsv(file: SourceFile): { rows: PostRow[]; errors: RowError[] } {
  const rows: PostRow[] = [];
  const errors: RowError[] = [];
  let broken: CsvError | undefined;
  const records = parse(file.text, {
    bom: true,
    columns: (header: string[]) => checkHeader(header),
    skip_empty_lines: true,
    skip_records_with_error: true,
    info: true,
    on_skip: (error: CsvError | undefined) => {
      if (error === undefined) return;
      if (brokenQuote.test(error.code)) broken ??= error;
      errors.push(
        rowError(
          Number(error['records'] ?? 0) + 1,
          null,
          error.message,
          'Close the quotes and give every column.',
        ),
      );
    },
  }) as unknown as ReadonlyArray<{ record: Record<string, string>; info: { records: number } }>;
  if (broken !== undefined) {
    throw new ValidationError(`broken quotes in line ${String(broken['lines'])}`, {
      field: 'file',
      remedy: 'Close the quote and write quotes inside a quoted cell twice; nothing was read.',
    });
  }
  for (const { record, info } of records) {
    const value = Object.fromEntries(Object.entries(record).filter(([, cell]) => cell !== ''));
    addRow(info.records, { ...value, text: record['text'] }, rows, errors);
  }
  return { rows, errors };
}

function checkHeader(header: readonly string[]): string[] {
  const names = header.map((name) => name.trim().toLowerCase());
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new ValidationError(`the header names "${twice}" twice`, { field: 'header' });
  }
  if (names.includes('text')) return names;
  throw new ValidationError('the header does not name a column "text"', {
    field: 'header',
    remedy: 'First line: text,platform,url,posted_at (only text is needed).',
  });
}

function addRow(row: number, value: unknown, rows: PostRow[], errors: RowError[]): void {
  const parsed = rowSchema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const field = issue?.path.join('.') || null;
    errors.push(rowError(row, field, issue?.message ?? 'not valid', null));
    return;
  }
  const { text, platform, url, posted_at: postedAt } = parsed.data;
  rows.push({ row, input: { text, platform, url, postedAt } });
}

function rowError(
  row: number,
  field: string | null,
  error: string,
  remedy: string | null,
): RowError {
  return { row, field, error, remedy };
}
