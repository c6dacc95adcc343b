import { ValidationError } from '#platform/errors.ts';

import { type DocumentInput, toDocumentInput } from '../document-input.ts';

export type BeirDefaults = Partial<Omit<DocumentInput, 'key' | 'title' | 'text'>>;

/**
 * Reads one line of a BEIR `corpus.jsonl`: `_id` or `id`, `title`, `text`, `lang` or `language`; other
 * fields are ignored. The canonical text is the title, unless the text begins with it, a blank line
 * and the text.
 * @throws ValidationError naming line and field.
 */
export function parseBeirLine(
  line: string,
  lineNumber: number,
  defaults: BeirDefaults = {},
): DocumentInput {
  const where = `line ${lineNumber}`;
  const row = parseObject(line, where);
  const key = readText(row, '_id' in row ? '_id' : 'id', where);
  const text = readText(row, 'text', where);
  const title =
    row['title'] === undefined || row['title'] === null ? '' : readText(row, 'title', where, '');
  const language = row['lang'] ?? row['language'] ?? defaults.language;
  return toDocumentInput(
    {
      ...defaults,
      key,
      title: title.trim() === '' ? firstWords(text) : title,
      ...(language === undefined ? {} : { language }),
      text:
        title.trim() === '' || text.trimStart().startsWith(title.trim())
          ? text
          : `${title.trim()}\n\n${text}`,
    },
    where,
  );
}

function parseObject(line: string, where: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(line.replace(/^\uFEFF/, ''));
  } catch (cause) {
    const remedy = 'write one JSON object per line';
    throw new ValidationError(`${where}: not valid JSON`, { field: 'line', remedy, cause });
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw new ValidationError(`${where}: not a JSON object`, {
    field: 'line',
    remedy: 'write one JSON object per line',
  });
}

function readText(
  row: Record<string, unknown>,
  field: string,
  where: string,
  fallback?: string,
): string {
  const value = row[field];
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text === 'string' && (text.trim() !== '' || fallback !== undefined)) return text;
  const what = value === undefined ? 'is missing' : 'is not a text';
  throw new ValidationError(`${where}: ${field} ${what}`, {
    field,
    remedy: `give ${field} as a text that is not empty`,
  });
}

function firstWords(text: string): string {
  const line = text.trim().split('\n', 1)[0] ?? '';
  return line.length <= 120
    ? line
    : `${line
        .slice(0, 120)
        .replace(/[\uD800-\uDBFF]$/, '')
        .replace(/\s+\S*$/, '')}…`;
}
