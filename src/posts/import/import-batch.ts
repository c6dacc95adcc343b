import type { PreparedRow } from './prepare-rows.ts';

/** Prepared rows as JSON; `fromBatch` gives them back. */
export function toBatch(rows: readonly PreparedRow[]): string {
  return JSON.stringify(rows);
}

/** @param stored A batch as the database holds it, in the form of `toBatch`. */
export function fromBatch(stored: readonly object[]): PreparedRow[] {
  return (stored as readonly StoredRow[]).map(({ row, post }) => ({
    row,
    post: { ...post, postedAt: post.postedAt === null ? null : new Date(post.postedAt) },
  }));
}

interface StoredRow {
  readonly row: number;
  readonly post: Omit<PreparedRow['post'], 'postedAt'> & { readonly postedAt: string | null };
}
