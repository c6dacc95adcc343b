import type { DbContext } from '#db/context.ts';
import { sha256Hex } from '#platform/hash.ts';
import { newId, randomToken } from '#platform/ids.ts';
import type { Action } from '../permissions.ts';

/** By it a key is known for one, also to scanners of published code. */
export const keyPrefix = 'dct_';

/** `key` is shown this once: its SHA-256 is what is stored. */
export interface IssuedKey {
  readonly id: string;
  readonly key: string;
  /** Actions it is limited to; null: all its person may do. */
  readonly scopes: readonly Action[] | null;
  /** Null: never. */
  readonly expiresAt: Date | null;
}

/** A new key of 256 random bits in the caller's transaction; the caller records it. */
export async function storeKey(
  ctx: DbContext,
  given: { userId: string; label: string } & Pick<IssuedKey, 'scopes' | 'expiresAt'>,
): Promise<IssuedKey> {
  const { scopes, expiresAt } = given;
  const key = keyPrefix + randomToken();
  const id = newId();
  await ctx.db
    .insertInto('api_key')
    .values({
      id,
      user_id: given.userId,
      label: given.label,
      key_sha256: await sha256Hex(key),
      scopes: scopes === null ? null : [...scopes],
      issued_by: ctx.actor.userId,
      created_at: ctx.clock(),
      expires_at: expiresAt,
      revoked_at: null,
      rotated_to: null,
      last_used_on: null,
    })
    .execute();
  return { id, key, scopes, expiresAt };
}
