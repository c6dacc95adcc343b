import { z } from 'zod';
import { canonicalJson } from '#platform/hash.ts';
import { idOfPublicKey, isSignedBy } from './installation-key.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** What the installation says the trail was at a moment; whoever keeps it can hold the trail against it. */
export const checkpointSchema = z.strictObject({
  /** Of the newest event. */
  seq: z.int().positive(),
  /** Of the newest event, hex. */
  hash,
  /** RFC 6962 tree head over the hashes of events 1 to `seq`, hex. */
  root: hash,
  /** ISO 8601 in UTC with milliseconds. */
  signed_at: z.iso.datetime({ precision: 3 }),
  key_id: z.string().regex(/^[0-9a-f]{32}$/),
  /** SubjectPublicKeyInfo, base64. */
  public_key: z.string().min(1).max(200),
  /** Ed25519 over `checkpointText`, base64. */
  signature: z.string().min(1).max(200),
});

export type Checkpoint = z.infer<typeof checkpointSchema>;

/** The signed text: canonical JSON (RFC 8785) that no other text of this installation can equal. */
export function checkpointText(checkpoint: Omit<Checkpoint, 'public_key' | 'signature'>): string {
  const { seq, hash, root, signed_at, key_id } = checkpoint;
  return canonicalJson({ type: 'doichung checkpoint', seq, hash, root, signed_at, key_id });
}

/** Whether the key it names signed it. Whose key that is, is for the reader to know. */
export async function verifyCheckpoint(checkpoint: Checkpoint): Promise<boolean> {
  const { key_id, public_key, signature } = checkpoint;
  const isOfKey = await idOfPublicKey(public_key).then(
    (id) => id === key_id,
    () => false,
  );
  return isOfKey && isSignedBy(public_key, checkpointText(checkpoint), signature);
}
