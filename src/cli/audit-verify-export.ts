import { createReadStream } from 'node:fs';
import { readCheckpoints } from '#audit/checkpoint-file.ts';
import { idOfPublicKey } from '#audit/installation-key.ts';
import { type ExportVerdict, verifyExport } from '#audit/verify-export.ts';
import { ValidationError } from '#platform/errors.ts';

export interface VerifyExportOptions {
  readonly export?: string;
  readonly checkpoint?: string;
  readonly key?: readonly string[];
}

/** Opens no database: an export, its checkpoints and the expected keys are all there is to know. */
export async function verifyExportedTrail(options: VerifyExportOptions): Promise<ExportVerdict> {
  if (options.export === undefined || options.checkpoint === undefined) {
    throw new ValidationError('an export is verified against checkpoints', {
      field: options.export === undefined ? '--export' : '--checkpoint',
      remedy: 'Give both: --export FILE --checkpoint FILE.',
    });
  }
  const checkpoints = await readCheckpoints(options.checkpoint);
  if (checkpoints.length === 0) {
    throw new ValidationError(`${options.checkpoint} holds no checkpoint`, {
      field: '--checkpoint',
      remedy: 'Make one: doichung audit checkpoint --out FILE',
    });
  }
  const trustedKeys = options.key === undefined ? null : await keyIds(options.key);
  const text = createReadStream(options.export, { encoding: 'utf8' });
  return verifyExport(text, { checkpoints, trustedKeys });
}

/** Ids as they are, and of public keys. @throws ValidationError */
export async function keyIds(keys: readonly string[]): Promise<string[]> {
  return Promise.all(
    keys.map(async (key) => {
      if (/^[0-9a-f]{32}$/.test(key)) return key;
      // SubjectPublicKeyInfo of Ed25519 has 44 bytes, 60 characters of base64.
      if (/^[A-Za-z0-9+/]{59}=$/.test(key)) return idOfPublicKey(key);
      throw new ValidationError('that is neither the id of a key nor a public key', {
        field: '--key',
        remedy: 'Take either from: doichung installation show',
      });
    }),
  );
}
