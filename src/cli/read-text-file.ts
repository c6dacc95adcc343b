import { readFile } from 'node:fs/promises';
import { ValidationError } from '#platform/errors.ts';

export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly text: string;
}

/** Reads a file as UTF-8, with or without a byte order mark. @throws ValidationError naming the file. */
export async function readTextFile(path: string): Promise<SourceFile> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    throw new ValidationError(`${path} cannot be read: ${(error as Error).message}`, {
      field: 'file',
      remedy: 'Check the name and the permissions.',
    });
  }
  try {
    return { name: path, bytes, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    throw new ValidationError(`${path} is not UTF-8${guess(bytes)}`, {
      field: 'file',
      remedy: 'Save it as UTF-8 and import it again.',
    });
  }
}

function guess(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ' (it looks like UTF-16, little endian)';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ' (it looks like UTF-16, big endian)';
  return '';
}
