import { describe, expect, test } from 'vitest';
import { checkMapping, proposeMapping, toColumns } from './columns.ts';
import { isoDateTime } from './post-date.ts';
import { prepareRows } from './prepare-rows.ts';
import { readFileText, readTable } from './read-table.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readTable(readFileText(bytes(text)), 1000);
const textsOf = (text: string) => {
  const file = read(text);
  const { text: column } = proposeMapping(file.columns);
  return file.rows.map(({ row, cells }) => [row, cells[column ?? -1]]);
};

describe('the table', () => {
  test.each([
    ['commas', 'text,platform\nMột,forum\n'],
    ['semicolons', 'text;platform\nMột;forum\n'],
    ['tabs', 'text\tplatform\nMột\tforum\n'],
    ['what Excel writes', '\uFEFFsep=;\r\ntext;platform\r\nMột;forum\r\n'],
    ['empty rows before and after', '\n,\ntext,platform\n,\nMột,forum\n\n'],
  ])('with %s', (what, raw) => {
    const row = what.startsWith('what') ? 3 : what.startsWith('empty') ? 5 : 2;
    expect(textsOf(raw)).toEqual([[row, 'Một']]);
  });

  test('quotes, separators and line breaks inside a cell stay', () => {
    expect(textsOf('text,platform\r\n"Một, hai\r\nba ""bốn""",forum\r\nNăm,\r\n')).toEqual([
      [2, 'Một, hai\nba "bốn"'],
      [3, 'Năm'],
    ]);
  });

  test('a row with more cells than columns is refused, others stay', () => {
    const file = read('text,platform\na,b,c\nd,e\nf,g,\n');
    expect(file.refusals).toEqual([{ row: 2, code: 'too_many_cells' }]);
    expect(file.rows.map(({ row }) => row)).toEqual([3, 4]);
  });

  test('lines of JSON, one of them cut short', () => {
    const lines = Array.from({ length: 500 }, (_, index) => `{"text":"Bài ${index}"}`);
    lines[41] = '{"text": "cut short';
    const file = read(lines.join('\n'));
    expect(file.rows).toHaveLength(499);
    expect(file.refusals).toEqual([{ row: 42, code: 'not_json' }]);
  });

  test.each([
    ['nothing', '', 'file.empty'],
    ['spaces', ' \n \n', 'file.empty'],
    ['names of columns alone', 'text,platform\n', 'file.header_only'],
    ['a quote in front of the separator', 'text,platform\n"vỡ" nát,forum\n', 'file.quotes'],
    ['a quote that never closes', 'text\n"vỡ nát\nhai\n', 'file.quotes'],
    ['no object', '[1]\n[2]\n', 'file.not_lines'],
    ['201 columns', `${'a,'.repeat(200)}b\n1\n`, 'file.columns'],
    ['1,001 rows', `text\n${'a\n'.repeat(1001)}`, 'file.rows'],
  ])('%s is refused whole', (_what, raw, field) => {
    expect(() => read(raw)).toThrow(expect.objectContaining({ field }));
  });
});

describe('the bytes', () => {
  const vietnamese = 'Nội dung\nThư viện giả định mở cửa cho mọi người từ thứ hai đến thứ sáu.\n';

  test('UTF-16 with its mark is read', () => {
    const wide = Buffer.from(`\uFEFF${vietnamese}`, 'utf16le');
    expect(readFileText(new Uint8Array(wide))).toBe(vietnamese);
  });

  test.each([
    ['a spreadsheet', [0x50, 0x4b, 3, 4, 20, 0], 'file.spreadsheet'],
    ['a PDF', [...bytes('%PDF-1.7')], 'file.binary'],
    ['noise', Array.from({ length: 4001 }, (_, i) => (i * 7919) % 256), 'file.binary'],
    ['zeros', Array.from({ length: 4000 }, () => 0), 'file.binary'],
    ['a damaged letter', [...bytes(vietnamese.repeat(3)), 0xe1, 0x0a], 'file.encoding'],
  ])('%s is refused', (_what, raw, field) => {
    expect(() => readFileText(new Uint8Array(raw))).toThrow(expect.objectContaining({ field }));
  });

  test('a NUL leaves its row to be refused, not the file', async () => {
    const file = read(`text\nmột\0hai\n${'ba bốn năm '.repeat(20)}`);
    const settings = { mapping: { ...proposeMapping(file.columns), text: 0 }, platform: null };
    const { rows, refusals } = await prepareRows(file, settings);
    expect(refusals).toEqual([{ row: 2, code: 'text_damaged' }]);
    expect(rows.map(({ row }) => row)).toEqual([3]);
  });
});

describe('columns', () => {
  test.each([
    [
      ['text', 'platform', 'url', 'posted_at'],
      [0, 1, 2, 3],
    ],
    [
      ['Thời gian', 'Nền tảng', 'NỘI DUNG', 'Đường dẫn'],
      [2, 1, 3, 0],
    ],
    [
      ['STT', 'Bài đăng', 'Tác giả', 'Link'],
      [1, null, 3, null],
    ],
    [
      ['message', 'content', 'created_time', 'permalink'],
      [1, null, 3, 2],
    ],
    [
      ['Lời', 'Ngày đăng'],
      [null, null, null, 1],
    ],
    [['chỉ một cột'], [0, null, null, null]],
    [
      ['user_name', 'lời'],
      [1, null, null, null],
    ],
  ])('of %j', (header, expected) => {
    const { text, platform, url, posted_at } = proposeMapping(toColumns(header));
    expect([text, platform, url, posted_at]).toEqual(expected);
  });

  test.each(['Tác giả', 'Người đăng', 'author', 'User Name', 'profile_url', 'SĐT', 'Họ và tên'])(
    '%s is never read, even when asked for',
    (name) => {
      const columns = toColumns([name, 'lời']);
      expect(columns[0]?.author).toBe(true);
      const chosen = { text: 0, platform: null, url: null, posted_at: null };
      expect(() => checkMapping(columns, chosen)).toThrow(
        expect.objectContaining({ field: 'mapping.author' }),
      );
    },
  );

  test.each([
    [{ text: null }, 'mapping.text'],
    [{ text: 0, url: 0 }, 'mapping.twice'],
    [{ text: 7 }, 'mapping.text'],
  ])('%j is refused', (chosen, field) => {
    const all = { platform: null, url: null, posted_at: null, ...chosen };
    expect(() => checkMapping(toColumns(['a', 'b']), all)).toThrow(
      expect.objectContaining({ field }),
    );
  });
});

test.each([
  ['22/11/2026 08:30', '2026-11-22T08:30:00+07:00'],
  ['1/2/2026', '2026-02-01T00:00:00+07:00'],
  ['1-2-2026 7:05:09', '2026-02-01T07:05:09+07:00'],
  ['22/11/2026, 8:30 CH', '2026-11-22T20:30:00+07:00'],
  ['12:15 22/11/2026', '2026-11-22T12:15:00+07:00'],
  ['2026-11-22 08:30', '2026-11-22T08:30:00+07:00'],
  ['2026-11-22T01:30:00Z', '2026-11-22T01:30:00Z'],
])('%s is read as %s', (cell, expected) => {
  expect(isoDateTime(cell)).toBe(expected);
});

test.each([
  ['31/02/2026', 'posted_at'],
  ['11/22/2026', 'posted_at'],
  ['hôm qua', 'posted_at'],
  ['22/11/2026 25:00', 'posted_at'],
])('a row of %s is refused, whatever else it holds', async (cell, code) => {
  const file = read(`text;posted_at\nMột câu giả định.;${cell}`);
  const proposed = proposeMapping(file.columns);
  const settings = { mapping: { ...proposed, text: 0 }, platform: null };
  expect(await prepareRows(file, settings)).toMatchObject({
    rows: [],
    refusals: [{ row: 2, code }],
  });
});
