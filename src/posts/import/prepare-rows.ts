import { AppError } from '#platform/errors.ts';
import { sha256Hex, canonicalJson } from '#platform/hash.ts';
import { type PreparedPost, preparePost } from '../prepare-post.ts';
import type { Mapping } from './columns.ts';
import { isoDateTime } from './post-date.ts';
import type { PostFile, TableRow } from './read-table.ts';
import type { Refusal, RefusalCode } from './refusals.ts';

export interface PreparedRow {
  readonly row: number;
  readonly post: PreparedPost;
}

/** How a file is to be read. */
export interface ImportSettings {
  readonly mapping: Mapping;
  /** For rows without one. */
  readonly platform: string | null;
}

/** A file as it would be stored: masked posts, and why other rows are not imported, by row. */
export interface PreparedFile {
  readonly rows: readonly PreparedRow[];
  readonly refusals: readonly Refusal[];
}

/** Checks and masks the rows of a file; one that is refused does not stop the others. `onRow` hears how many are done. */
export async function prepareRows(
  file: Pick<PostFile, 'rows' | 'refusals'>,
  settings: ImportSettings,
  onRow: (done: number) => void = () => {},
): Promise<PreparedFile> {
  const rows: PreparedRow[] = [];
  const refusals: Refusal[] = [...file.refusals];
  for (const [index, row] of file.rows.entries()) {
    const prepared = await prepareRow(row, settings);
    if (typeof prepared === 'string') refusals.push({ row: row.row, code: prepared });
    else rows.push({ row: row.row, post: prepared });
    onRow(index + 1);
  }
  refusals.sort((a, b) => a.row - b.row);
  return { rows, refusals };
}

async function prepareRow(
  { cells }: TableRow,
  { mapping, platform }: ImportSettings,
): Promise<PreparedPost | RefusalCode> {
  const cell = (index: number | null): string | null => {
    const value = index === null ? '' : (cells[index] ?? '');
    return value.trim() === '' ? null : value;
  };
  const text = cell(mapping.text);
  if (text === null) return 'text_missing';
  const postedAt = cell(mapping.posted_at);
  try {
    return await preparePost({
      text,
      platform: cell(mapping.platform) ?? platform,
      url: cell(mapping.url),
      postedAt: postedAt === null ? null : isoDateTime(postedAt),
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return codeOf(error);
  }
}

function codeOf(error: AppError): RefusalCode {
  if (error.code === 'too_large') return 'text_too_long';
  const { field } = error;
  return field === 'platform' || field === 'url' || field === 'posted_at' ? field : 'text_damaged';
}

/**
 * What makes a file the same file again: its text, whatever encoding and line ends it was saved with, and
 * for `key` the column the posts are in, so that a second try with another column is not mistaken for it.
 */
export async function identify(
  text: string,
  settings: ImportSettings,
): Promise<{ fileSha256: string; settingsSha256: string; key: string }> {
  const fileSha256 = await sha256Hex(text);
  return {
    fileSha256,
    settingsSha256: await sha256Hex(canonicalJson({ ...settings })),
    key: `file:${fileSha256}:${settings.mapping.text}`,
  };
}
