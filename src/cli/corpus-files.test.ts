import { mkdtemp, mkdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { sha256Hex } from '#platform/hash.ts';

import { findCorpusFiles, readCorpusFile } from './corpus-files.ts';

let folder = '';
const at = (name: string): string => join(folder, name);
const csv = 'key,text\na,Thư viện giả định mở cửa.\nb,\n';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corpus-files-'));
  await mkdir(at('b'));
  await writeFile(at('a.csv'), csv);
  await writeFile(at('b/x.TXT'), 'Thư viện giả định mở cửa.');
  await writeFile(at('b/y.bin'), 'x');
  await writeFile(at('large.pdf'), '%PDF-');
  await truncate(at('large.pdf'), 67_108_865);
});
afterAll(() => rm(folder, { recursive: true }));

test('folders give the files that can be read, in order', async () => {
  expect(await findCorpusFiles([folder])).toEqual([at('a.csv'), at('b/x.TXT'), at('large.pdf')]);
  await expect(findCorpusFiles([at('none')])).rejects.toThrow('does not exist');
  await mkdir(at('c'));
  await expect(findCorpusFiles([at('c')])).rejects.toThrow('no corpus files there');
});

test('rows carry their line, their hash and the file they are in', async () => {
  const { items, errors, warnings } = await readCorpusFile(at('a.csv'));
  expect(items).toEqual([
    expect.objectContaining({
      sourceName: `${at('a.csv')}:2`,
      places: [{ start: 0, line: 2 }],
      proposals: [],
      file: {
        sha256: await sha256Hex(csv),
        mediaType: 'text/csv',
        bytes: expect.anything() as Uint8Array,
      },
    }),
  ]);
  expect(items[0]?.sourceSha256).not.toBe(items[0]?.file?.sha256);
  expect(errors).toEqual([
    { file: `${at('a.csv')}:3`, error: expect.stringContaining('text is empty') as string },
  ]);
  expect(warnings).toEqual([]);
});

test.each([
  ['b/y.bin', /unknown kind \(\.bin\)/],
  ['none.md', /cannot be read: ENOENT/],
  ['large.pdf', /larger than 64 MiB/],
])('%s is reported, not thrown', async (name, error) => {
  const read = await readCorpusFile(at(name));
  expect(read.items).toEqual([]);
  expect(read.errors).toEqual([{ file: at(name), error: expect.stringMatching(error) as string }]);
});
