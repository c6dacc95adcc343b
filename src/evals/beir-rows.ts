import { ValidationError } from '#platform/errors.ts';

/** One line of `queries.jsonl`. */
export interface BeirQuery {
  readonly id: string;
  readonly text: string;
  readonly language: string | null;
  readonly split: string | null;
  /** False: the corpus is known to hold no answer. */
  readonly answerable: boolean;
}

/** Query id → document id → grade; a grade of 0 or less is a judged non-answer and left out. */
export type Qrels = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** `name` begins every message, followed by the line. @throws ValidationError naming line and field. */
export function parseQueries(text: string, name: string): BeirQuery[] {
  const seen = new Set<string>();
  return [...lines(text)].map(([line, number]) => {
    const where = `${name} line ${number}`;
    const row = parseRow(line, where);
    const query = {
      id: readText(row, '_id' in row ? '_id' : 'id', where),
      text: readText(row, 'text', where),
      language: readOptional(row, 'lang' in row ? 'lang' : 'language', where),
      split: readOptional(row, 'split', where),
      answerable: row['answerable'] !== false,
    };
    if (seen.has(query.id)) throw wrong(where, 'id', `repeats the id ${query.id}`);
    seen.add(query.id);
    return query;
  });
}

/** The ids of `corpus.jsonl`, to hold the judgements against. @throws ValidationError */
export function parseCorpusIds(text: string, name: string): Set<string> {
  const ids = new Set<string>();
  for (const [line, number] of lines(text)) {
    const where = `${name} line ${number}`;
    const row = parseRow(line, where);
    ids.add(readText(row, '_id' in row ? '_id' : 'id', where));
  }
  return ids;
}

/**
 * Tab-separated `query-id corpus-id score` with that header, or the four columns of TREC without one.
 * @throws ValidationError naming the line, also for a document or query nobody has heard of.
 */
export function parseQrels(
  text: string,
  name: string,
  known: { readonly queries: ReadonlySet<string>; readonly documents: ReadonlySet<string> },
): Qrels {
  const qrels = new Map<string, Map<string, number>>();
  for (const [line, number] of lines(text)) {
    const where = `${name} line ${number}`;
    const cells = line.split('\t').map((cell) => cell.trim());
    if (number === 1 && cells[0] === 'query-id') continue;
    const [queryId, documentId, grade] =
      cells.length === 4 ? [cells[0], cells[2], cells[3]] : [cells[0], cells[1], cells[2]];
    if (queryId === undefined || documentId === undefined || grade === undefined) {
      throw wrong(where, 'columns', 'does not have the columns query-id, corpus-id and score');
    }
    if (!known.queries.has(queryId)) throw wrong(where, 'query-id', `names no query: ${queryId}`);
    if (!known.documents.has(documentId)) {
      throw wrong(where, 'corpus-id', `names no document of corpus.jsonl: ${documentId}`);
    }
    const value = Number(grade);
    if (grade === '' || !Number.isFinite(value)) {
      throw wrong(where, 'score', `is not a number: ${grade}`);
    }
    if (value <= 0) continue;
    const judged = qrels.get(queryId) ?? new Map<string, number>();
    qrels.set(queryId, judged.set(documentId, value));
  }
  return qrels;
}

function* lines(text: string): Generator<[line: string, number: number]> {
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() !== '') yield [line, index + 1];
  }
}

function parseRow(line: string, where: string): Record<string, unknown> {
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch {
    row = null;
  }
  if (typeof row === 'object' && row !== null && !Array.isArray(row)) {
    return row as Record<string, unknown>;
  }
  throw wrong(where, 'line', 'is not a JSON object');
}

function readText(row: Record<string, unknown>, field: string, where: string): string {
  const value = row[field];
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text === 'string' && text.trim() !== '') return text;
  throw wrong(where, field, value === undefined ? 'is missing' : 'is not a text, or is empty');
}

function readOptional(row: Record<string, unknown>, field: string, where: string): string | null {
  return row[field] === undefined || row[field] === null ? null : readText(row, field, where);
}

function wrong(where: string, field: string, what: string): ValidationError {
  return new ValidationError(`${where}: ${field} ${what}`, {
    field,
    remedy: 'Correct that line; the folder must have the shape of a BEIR data set.',
  });
}
