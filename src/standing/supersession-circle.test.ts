import { expect, test } from 'vitest';
import { findCircle } from './supersession-circle.ts';

function circle(edges: Record<string, string[]>): string[] | null {
  return findCircle(new Map(Object.entries(edges)));
}

test.each([
  ['nothing', {}, null],
  ['a chain', { a: ['b'], b: ['c'] }, null],
  ['one document named twice', { a: ['c', 'b'], b: ['c'] }, null],
  ['itself', { a: ['a'] }, ['a', 'a']],
  ['each other', { a: ['b'], b: ['a'] }, ['a', 'b', 'a']],
  ['three, entered from outside', { x: ['a'], a: ['b'], b: ['c'], c: ['a'] }, ['a', 'b', 'c', 'a']],
])('%s', (_, edges, expected) => {
  expect(circle(edges)).toEqual(expected);
});

test('a long chain is walked without recursion', () => {
  const edges = Array.from(
    { length: 20_000 },
    (_, index) => [`${index}`, [`${index + 1}`]] as const,
  );
  expect(findCircle(new Map(edges))).toBeNull();
});
