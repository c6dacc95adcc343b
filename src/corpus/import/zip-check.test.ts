import { expect, test } from 'vitest';

import { TooLargeError, ValidationError } from '#platform/errors.ts';

import { type FixtureEntry, makeZip } from '../../../test/support/zip-file.ts';
import { readZip, ZIP_LIMITS, type ZipLimits } from './zip-check.ts';

const MIB = 1_048_576;
const read = (zip: Uint8Array, limits: Partial<ZipLimits> = {}): ReturnType<typeof readZip> =>
  readZip(zip, {
    fileName: 'mau.zip',
    keep: (name) => name.endsWith('.xml'),
    limits: { ...ZIP_LIMITS, ...limits },
  });

test('kept entries come out, the others are only named', async () => {
  const zip = makeZip([
    { name: 'a.xml', data: '<á/>' },
    { name: 'b.png', data: new Uint8Array(5) },
  ]);
  const { names, kept } = await read(zip);
  expect([...names]).toEqual(['a.xml', 'b.png']);
  expect([...kept].map(([name, bytes]) => [name, Buffer.from(bytes).toString()])).toEqual([
    ['a.xml', '<á/>'],
  ]);
});

const zeros = (bytes: number): Uint8Array => new Uint8Array(bytes);
const small: FixtureEntry = { name: 'a.xml', data: 'một hai ba' };

test.each<[string, Uint8Array, Partial<ZipLimits>, RegExp]>([
  ['a bomb', makeZip([{ name: 'a', data: zeros(9 * MIB) }]), {}, /more than 200 times its size/],
  [
    'a bomb that says it is small',
    makeZip([{ name: 'a', data: zeros(9 * MIB), size: 100 }]),
    {},
    /damaged \(too many bytes/,
  ],
  ['a large entry', makeZip([small]), { maxEntryBytes: 4 }, /a\.xml unpacks to more than 4 bytes/],
  [
    'many entries of fair size',
    makeZip(['a', 'b', 'c'].map((name) => ({ name, data: 'một hai ba' }))),
    { maxInflatedBytes: 25 },
    /unpacks to more than 25 bytes/,
  ],
  ['too many entries', makeZip([small, { ...small, name: 'b' }]), { maxEntries: 1 }, /1 entries/],
  ['a claim of many entries', makeZip([small], 60_000), {}, /10000 entries/],
  ['a size that is too large', makeZip([{ ...small, size: 1000 }]), {}, /damaged \(not enough/],
  ['a wrong checksum', makeZip([{ ...small, checksum: 1 }]), {}, /checksum of a\.xml/],
  ['an encrypted entry', makeZip([{ ...small, flags: 1 }]), {}, /encrypted/],
  ['two of one name', makeZip([small, small]), {}, /two entries of one name/],
  [
    'overlap',
    makeZip([small, { ...small, name: 'b', overlaps: true }]),
    {},
    /entries that overlap/,
  ],
  ['a path out of the archive', makeZip([{ ...small, name: '../a' }]), {}, /damaged \(invalid/],
  ['an end that is missing', makeZip([small]).slice(0, -10), {}, /damaged/],
  ['a claim of an entry that is not there', makeZip([small], 2), {}, /damaged/],
])('%s is refused', async (_, zip, limits, message) => {
  const error = await read(zip, limits).catch((thrown: unknown) => thrown);
  const isDamaged = String(error).includes('damaged') || String(error).includes('encrypted');
  expect(error).toBeInstanceOf(isDamaged ? ValidationError : TooLargeError);
  expect(error).toMatchObject({ field: 'file', remedy: expect.any(String) as string });
  expect((error as Error).message).toMatch(/^mau\.zip: /);
  expect((error as Error).message).toMatch(message);
});
