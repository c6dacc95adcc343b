import { expect, test } from 'vitest';
import { decodePriorityCursor, encodePriorityCursor } from './priority-cursor.ts';

const id = '0197a3f0-1111-7000-8000-000000000001';

test.each([0, 41_000.12345678901, -3.5, 1e-7, 2 ** 60 + 0.5])(
  'a place at %d comes back as it was',
  (priority) => {
    expect(decodePriorityCursor(encodePriorityCursor({ priority, id }))).toEqual({ priority, id });
  },
);

test.each([
  '',
  'abc',
  btoa('x'.repeat(60)),
  btoa(`1;drop ${id}`),
  btoa(`NaN ${id}`),
  '='.repeat(60),
])('what is no cursor is refused: %s', (cursor) => {
  expect(() => decodePriorityCursor(cursor)).toThrow(
    expect.objectContaining({ code: 'validation', field: 'cursor' }),
  );
});
