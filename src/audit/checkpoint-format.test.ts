import { expect, test } from 'vitest';
import { checkpointSchema, checkpointText, verifyCheckpoint } from './checkpoint-format.ts';
import { createInstallationKey, openInstallationKey } from './installation-key.ts';

const key = await openInstallationKey(await createInstallationKey());
const other = await openInstallationKey(await createInstallationKey());
const unsigned = {
  seq: 7,
  hash: 'a'.repeat(64),
  root: 'b'.repeat(64),
  signed_at: '2026-11-22T08:00:00.000Z',
  key_id: key.id,
};
const signature = await key.sign(checkpointText(unsigned));
const checkpoint = { ...unsigned, public_key: key.publicKey, signature };

test('the signed text is canonical JSON with its type', () => {
  expect(checkpointText(unsigned)).toBe(
    `{"hash":"${unsigned.hash}","key_id":"${key.id}","root":"${unsigned.root}","seq":7,` +
      `"signed_at":"2026-11-22T08:00:00.000Z","type":"doichung checkpoint"}`,
  );
});

test('a signed checkpoint holds', async () => {
  expect(checkpointSchema.parse(checkpoint)).toEqual(checkpoint);
  expect(await verifyCheckpoint(checkpoint)).toBe(true);
});

test.each([
  ['seq', { seq: 8 }],
  ['hash', { hash: 'c'.repeat(64) }],
  ['root', { root: 'c'.repeat(64) }],
  ['time', { signed_at: '2026-11-22T08:00:00.001Z' }],
  ['key id', { key_id: other.id }],
  ['key', { public_key: other.publicKey }],
  ['key and its id', { public_key: other.publicKey, key_id: other.id }],
  ['signature', { signature: await other.sign(checkpointText(unsigned)) }],
  ['signature of no form', { signature: '?' }],
  ['key of no form', { public_key: '?' }],
])('another %s does not', async (_name, change) => {
  expect(await verifyCheckpoint({ ...checkpoint, ...change })).toBe(false);
});
