import { expect, test } from 'vitest';
import { indexNames } from './name-index.ts';
import { sameNameIn } from './same-name.ts';

const same = sameNameIn(
  indexNames([
    {
      key: 'song-xanh',
      kind: 'place',
      variants: [
        { text: 'Sông Xanh', language: 'vi' },
        { text: 'Green River', language: 'en' },
      ],
    },
  ]),
);

test.each([
  ['song xanh', 'green river', true],
  ['green river', 'green river', true],
  ['song xanh', 'song do', false],
  ['song do', 'song do', false],
])('%s and %s', (a, b, expected) => {
  expect(same(a, b)).toBe(expected);
});
