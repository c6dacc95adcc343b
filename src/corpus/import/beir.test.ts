import { expect, test } from 'vitest';

import { parseBeirLine } from './beir.ts';

test.each([
  [{ _id: 'a', title: 'Tựa', text: 'Nội dung.', lang: 'vi' }, 'a', 'Tựa', 'Tựa\n\nNội dung.'],
  [{ id: 7, title: 'Tựa', text: 'Tựa: nội dung.', language: 'vi' }, '7', 'Tựa', 'Tựa: nội dung.'],
  [{ id: 'b', text: 'Nội dung.', lang: 'vi', split: 'x' }, 'b', 'Nội dung.', 'Nội dung.'],
  [
    { id: 'c', title: '', text: 'The text of a claim.' },
    'c',
    'The text of a claim.',
    'The text of a claim.',
  ],
])('%j', (row, key, title, text) => {
  expect(parseBeirLine(JSON.stringify(row), 1)).toMatchObject({ key, title, text });
});

test('defaults are taken, and a long text is shortened to a title', () => {
  const line = JSON.stringify({ id: 'd', text: 'một hai ba bốn '.repeat(30) });
  const document = parseBeirLine(line, 1, { language: 'vi', citable: false, topics: ['t'] });
  expect(document).toMatchObject({ citable: false, topics: ['t'] });
  expect(document.title.length).toBeLessThanOrEqual(121);
  expect(document.title.endsWith('…')).toBe(true);
});

test.each([
  ['{"id": ', 'line'],
  ['[1]', 'line'],
  ['{"text": "a"}', 'id'],
  ['{"_id": "", "text": "a"}', '_id'],
  ['{"id": "a"}', 'text'],
  ['{"id": "a", "text": ["b"]}', 'text'],
  ['{"id": "a", "text": "Nội dung", "title": 5.5, "lang": "tiếng"}', 'language'],
  ['{"id": "a", "text": "Nội\\u0000 dung", "lang": "vi"}', 'line 12: text'],
])('%s is refused, naming line and field %s', (line, field) => {
  const error = expect.objectContaining({
    field,
    message: expect.stringMatching(/^line 12: /) as string,
  }) as Error;
  expect(() => parseBeirLine(line, 12)).toThrow(error);
});
