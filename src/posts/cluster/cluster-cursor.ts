import { ValidationError } from '#platform/errors.ts';

/** A place in a list of clusters: milliseconds of the time received, or submissions; the id decides between equals. */
export interface ClusterPlace {
  readonly value: number;
  readonly id: string;
}

const shape = /^(\d{1,15}) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export function encodeClusterCursor({ value, id }: ClusterPlace): string {
  return btoa(`${value} ${id}`).replaceAll('=', '');
}

/** @throws ValidationError when it was not made by `encodeClusterCursor`. */
export function decodeClusterCursor(cursor: string): ClusterPlace {
  const text = /^[A-Za-z0-9+/]{50,72}$/.test(cursor) && cursor.length % 4 !== 1 ? atob(cursor) : '';
  const [, value, id] = shape.exec(text) ?? [];
  if (value !== undefined && id !== undefined) return { value: Number(value), id };
  throw new ValidationError('not a cursor of this list', {
    field: 'cursor',
    remedy: 'Pass next_cursor of the page before in the same order, or leave it out.',
  });
}
