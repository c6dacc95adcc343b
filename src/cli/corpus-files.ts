import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { ImportItem } from '#corpus/index.ts';
import { parseBeirLine } from '#corpus/import/beir.ts';
import { parseHtml } from '#corpus/import/html.ts';
import { parseMarkdown } from '#corpus/import/markdown.ts';
import { describeError, ValidationError } from '#platform/errors.ts';
import { sha256Hex } from '#platform/hash.ts';
import { readTextFile, type SourceFile } from './read-text-file.ts';

const readable = new Set(['.md', '.markdown', '.html', '.htm', '.jsonl']);

export interface FileError {
  readonly file: string;
  readonly error: string;
}

/** Every importable file beneath the paths, in order of name. @throws ValidationError when there is none. */
export async function findCorpusFiles(paths: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    const found = await stat(path).catch(() => null);
    if (found === null) {
      throw new ValidationError(`${path} does not exist`, { field: 'paths' });
    }
    if (!found.isDirectory()) {
      files.push(path);
      continue;
    }
    const names = await readdir(path, { recursive: true });
    files.push(
      ...names
        .filter((name) => readable.has(extname(name).toLowerCase()))
        .toSorted()
        .map((name) => join(path, name)),
    );
  }
  if (files.length > 0) return files;
  throw new ValidationError('no corpus files there', {
    field: 'paths',
    remedy: 'Give .md, .html or BEIR .jsonl files, or a folder of them.',
  });
}

/** The documents of one file; what cannot be read is reported by file and line, the rest is kept. */
export async function readCorpusFile(
  path: string,
): Promise<{ items: ImportItem[]; errors: FileError[] }> {
  try {
    const file = await readTextFile(path);
    const extension = extname(path).toLowerCase();
    if (extension === '.jsonl') return await readLines(file);
    if (!readable.has(extension)) {
      throw new ValidationError(`${extension || 'no extension'} is not a known format`, {
        field: 'file',
        remedy: 'Use .md, .html or BEIR .jsonl.',
      });
    }
    const fileName = basename(path);
    const document =
      extension === '.md' || extension === '.markdown'
        ? parseMarkdown(file.text, { fileName })
        : parseHtml(file.text, { fileName });
    return {
      items: [{ document, sourceName: path, sourceSha256: await sha256Hex(file.bytes) }],
      errors: [],
    };
  } catch (error) {
    return { items: [], errors: [{ file: path, error: describeError(error) }] };
  }
}

async function readLines(file: SourceFile): Promise<{ items: ImportItem[]; errors: FileError[] }> {
  const items: ImportItem[] = [];
  const errors: FileError[] = [];
  for (const [index, line] of file.text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const sourceName = `${file.name}:${index + 1}`;
    try {
      items.push({
        document: parseBeirLine(line, index + 1),
        sourceName,
        sourceSha256: await sha256Hex(line.trim()),
      });
    } catch (error) {
      errors.push({ file: sourceName, error: describeError(error) });
    }
  }
  return { items, errors };
}
