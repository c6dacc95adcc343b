import { expect, test } from 'vitest';
import { parseMap } from './post-rows.ts';

const columns = ['Nội dung', 'Link', 'Link', 'Tác giả'].map((name) => ({
  name,
  author: name === 'Tác giả',
}));

test('columns are named by hand, and one can be left out', () => {
  expect(parseMap('text=Nội dung, url=', columns)).toEqual({ text: 0, url: null });
  expect(parseMap('', columns)).toEqual({});
});

test.each([
  ['a part that posts have not', 'author=Tác giả', /author=Tác giả maps no part/],
  ['a column that is not there', 'text=Content', /0 columns are named Content/],
  ['a name that two columns have', 'url=Link', /2 columns are named Link/],
])('%s is refused with the names there are', (_what, map, message) => {
  expect(() => parseMap(map, columns)).toThrow(
    expect.objectContaining({ field: '--map', message: expect.stringMatching(message) }),
  );
});
