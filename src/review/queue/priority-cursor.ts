import { ValidationError } from '#platform/errors.ts';

/** A place in the queue by priority; the id decides between equals. */
export interface PriorityPlace {
  readonly priority: number;
  readonly id: string;
}

const shape = /^(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** A number written by JavaScript is read back by PostgreSQL as the same double. */
export function encodePriorityCursor({ priority, id }: PriorityPlace): string {
  return btoa(`${priority} ${id}`).replaceAll('=', '');
}

/** @throws ValidationError when it was not made by `encodePriorityCursor`. */
export function decodePriorityCursor(cursor: string): PriorityPlace {
  const text = /^[A-Za-z0-9+/]{50,100}$/.test(cursor) ? decode(cursor) : '';
  const [, priority, id] = shape.exec(text) ?? [];
  if (priority !== undefined && id !== undefined) return { priority: Number(priority), id };
  throw new ValidationError('not a cursor of this list', {
    field: 'cursor',
    remedy: 'Pass next_cursor of the page before in the same order, or leave it out.',
  });
}

function decode(cursor: string): string {
  try {
    return atob(cursor);
  } catch {
    return '';
  }
}
