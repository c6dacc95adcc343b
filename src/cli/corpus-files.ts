import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { ImportItem } from '#corpus/index.ts';
import { corpusExtensions, refuseTooLarge } from '#corpus/import/file-format.ts';
import { readItems, type ReadOptions } from '#corpus/import/read-items.ts';
import { describeError, ValidationError } from '#platform/errors.ts';

export interface FileError {
  readonly file: string;
  readonly error: string;
}

export interface CorpusItems {
  readonly items: ImportItem[];
  readonly errors: FileError[];
  /** What an editor ought to look at, each with its file. */
  readonly warnings: string[];
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
        .filter((name) => corpusExtensions.has(extname(name).toLowerCase()))
        .toSorted()
        .map((name) => join(path, name)),
    );
  }
  if (files.length > 0) return files;
  throw new ValidationError('no corpus files there', {
    field: 'paths',
    remedy: `Give files ending in ${[...corpusExtensions].join(', ')}, or a folder of them.`,
  });
}

/** The documents of one file; what cannot be read is reported by file and line, the rest is kept. */
export async function readCorpusFile(
  path: string,
  options: Omit<ReadOptions, 'fileName'> = {},
): Promise<CorpusItems> {
  try {
    const bytes = await readBounded(path);
    const read = await readItems(bytes, { ...options, fileName: path });
    return {
      items: read.items,
      errors: read.errors.map(({ source, error }) => ({
        file: source,
        error: describeError(error),
      })),
      warnings: read.warnings.map((warning) => `${path}: ${warning}`),
    };
  } catch (error) {
    return { items: [], errors: [{ file: path, error: describeError(error) }], warnings: [] };
  }
}

/** A file that is too large is refused before it is read. */
async function readBounded(path: string): Promise<Uint8Array> {
  const { size } = await stat(path).catch(unreadable(path));
  refuseTooLarge(size, path);
  return readFile(path).catch(unreadable(path));
}

function unreadable(path: string): (error: Error) => never {
  return (error) => {
    throw new ValidationError(`${path} cannot be read: ${error.message}`, {
      field: 'file',
      remedy: 'Check the name and the permissions.',
    });
  };
}
