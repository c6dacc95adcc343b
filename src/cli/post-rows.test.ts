import { expect, test } from 'vitest';
import { readPostRows } from './post-rows.ts';

function file(name: string, text: string) {
  return { name, text, bytes: new TextEncoder().encode(text) };
}

test('one wrong line out of 10,000 is reported and the others are kept', () => {
  const lines = Array.from({ length: 10_000 }, (_, index) =>
    JSON.stringify({ text: `Bài ${index}` }),
  );
  lines[6_665] = '{"text": "cut short';
  const { rows, errors } = readPostRows(file('posts.ndjson', lines.join('\n')));
  expect(rows).toHaveLength(9_999);
  expect(errors).toEqual([
    {
      row: 6_666,
      field: null,
      error: 'not JSON',
      remedy: expect.stringContaining('one JSON object'),
    },
  ]);
});

test('a row without text names the field', () => {
  const { rows, errors } = readPostRows(
    file('posts.ndjson', '{"texts":"a"}\n{"text":5}\n[1]\nnull'),
  );
  expect(rows).toEqual([]);
  expect(errors.map((error) => [error.row, error.field])).toEqual([
    [1, 'text'],
    [2, 'text'],
    [3, null],
    [4, null],
  ]);
});

test('csv with a byte order mark, quotes and line breaks in a cell', () => {
  const text = '\uFEFFtext,platform\r\n"Một, hai\nba ""bốn""",forum\r\nNăm,\r\n';
  const { rows, errors } = readPostRows(file('posts.csv', text));
  expect(errors).toEqual([]);
  expect(rows.map((row) => row.input)).toEqual([
    { text: 'Một, hai\nba "bốn"', platform: 'forum', url: undefined, postedAt: undefined },
    { text: 'Năm', platform: undefined, url: undefined, postedAt: undefined },
  ]);
});

test.each([
  [
    'text in front of the delimiter',
    'text,platform\nđúng một,forum\n"vỡ" nát,forum\nđúng hai,forum\n',
    3,
  ],
  [
    'a quote that never closes',
    'text,platform\nđúng một,forum\n"vỡ nát,forum\nđúng hai,forum\n',
    null,
  ],
])('csv with %s is refused whole, naming the line', (_name, text, line) => {
  expect(() => readPostRows(file('posts.csv', text))).toThrow(
    expect.objectContaining({
      field: 'file',
      message: expect.stringMatching(line === null ? /broken quotes in line \d+/ : `line ${line}`),
      remedy: expect.stringContaining('nothing was read'),
    }),
  );
});

test('csv with too many columns reports the record', () => {
  const { rows, errors } = readPostRows(file('posts.csv', 'text,platform\na,b,c\nd,e\n'));
  expect(rows.map((row) => row.input.text)).toEqual(['d']);
  expect(errors).toHaveLength(1);
});

test.each([
  ['no text column', 'noi_dung,platform\na,b\n', /does not name a column "text"/],
  ['a column twice', 'text,text\na,b\n', /"text" twice/],
])('csv with %s is refused', (_name, text, message) => {
  expect(() => readPostRows(file('posts.csv', text))).toThrow(message);
});

test('another format is refused with what to use', () => {
  expect(() => readPostRows(file('posts.xlsx', ''))).toThrow(
    expect.objectContaining({ field: 'file', remedy: expect.stringContaining('.ndjson') }),
  );
});
