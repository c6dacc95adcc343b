import { readFile } from 'node:fs/promises';
import { ValidationError } from '#platform/errors.ts';
import {
  checkMapping,
  type Column,
  type ImportField,
  importFields,
  type ImportSettings,
  type PostFile,
  proposeMapping,
  readFileText,
  readTable,
} from '#posts/index.ts';

/** Of one command; what a page takes is less. */
const maxRows = 500_000;

export interface PostSource {
  readonly text: string;
  readonly file: PostFile;
  readonly settings: ImportSettings;
}

/**
 * Reads a file of posts and how it is to be understood: as the names of its columns say, changed by
 * `--map text=Nội dung,url=Link` (`platform=` for none). @throws ValidationError | TooLargeError
 */
export async function readPostSource(
  path: string,
  options: { readonly map?: string | undefined; readonly platform?: string | undefined },
): Promise<PostSource> {
  const text = readFileText(await bytesOf(path));
  const file = readTable(text, maxRows);
  const chosen = { ...proposeMapping(file.columns), ...parseMap(options.map ?? '', file.columns) };
  const mapping = checkMapping(file.columns, chosen);
  return { text, file, settings: { mapping, platform: options.platform ?? null } };
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new ValidationError(`${path} cannot be read: ${(error as Error).message}`, {
      field: 'file',
      remedy: 'Check the name and the permissions.',
    });
  }
}

/** `text=Nội dung,url=Link` as columns by their place. @throws ValidationError naming `--map`. */
export function parseMap(
  map: string,
  columns: readonly Column[],
): Partial<Record<ImportField, number | null>> {
  const parts = map.split(',').filter((part) => part.trim() !== '');
  return Object.fromEntries(
    parts.map((part) => {
      const [, name = '', column = ''] = /^([^=]*)=(.*)$/.exec(part) ?? [];
      const field = importFields.find((one) => one === name.trim());
      if (field === undefined) {
        throw refuse(`${part.trim()} maps no part of a post`, importFields.join(', '));
      }
      return [field, column.trim() === '' ? null : placeOf(column.trim(), columns)];
    }),
  );
}

function placeOf(name: string, columns: readonly Column[]): number {
  const places = columns.flatMap((column, index) => (column.name === name ? [index] : []));
  const [place] = places;
  if (place !== undefined && places.length === 1) return place;
  const names = columns.map((column) => column.name).join(', ');
  throw refuse(`${places.length} columns are named ${name}`, names);
}

function refuse(what: string, known: string): ValidationError {
  return new ValidationError(what, {
    field: '--map',
    remedy: `Write text=NAME,url=NAME; there are: ${known}.`,
  });
}
