import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { ValidationError } from '#platform/errors.ts';

/** One JSON object per line; empty lines are skipped. @throws ValidationError naming file, line and field. */
export async function readJsonLines<T>(path: string, schema: z.ZodType<T>): Promise<T[]> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new ValidationError(`${path} cannot be read`, { field: 'gold', cause });
  });
  const rows = parseJsonLines(text, path, schema);
  if (rows.length > 0) return rows;
  throw new ValidationError(`${path} holds nothing`, { field: 'gold' });
}

/** @throws ValidationError naming file, line and field. */
export function parseJsonLines<T>(text: string, name: string, schema: z.ZodType<T>): T[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .flatMap((line, index) => (line.trim() === '' ? [] : [{ line, number: index + 1 }]))
    .map(({ line, number }) => {
      const parsed = schema.safeParse(parseJson(line));
      if (parsed.success) return parsed.data;
      const [issue] = parsed.error.issues;
      const field = issue?.path.join('.') || 'line';
      const why = issue?.message ?? 'is wrong';
      throw new ValidationError(`${name} line ${number}: ${field}: ${why}`, { field });
    });
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
