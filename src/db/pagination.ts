import { ValidationError } from '#platform/errors.ts';

export const maxPageSize = 200;

export interface Page<T> {
  readonly items: readonly T[];
  /** Opaque; pass it as `cursor` to get what follows. Null on the last page. */
  readonly nextCursor: string | null;
}

/** Cursor of the last row by its id; ids rise with time. */
export function encodeCursor(id: string): string {
  return btoa(id).replaceAll('=', '');
}

/** @throws ValidationError when it was not made by `encodeCursor`. */
export function decodeCursor(cursor: string): string {
  const id = /^[A-Za-z0-9+/]{48}$/.test(cursor) ? atob(cursor) : '';
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return id;
  throw new ValidationError('not a cursor of this list', {
    field: 'cursor',
    remedy: 'Pass next_cursor of the page before, or leave it out.',
  });
}

/** Cuts one row more than a page into a page. */
export function toPage<T>(rows: readonly T[], limit: number, idOf: (row: T) => string): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(idOf(last)) : null,
  };
}
