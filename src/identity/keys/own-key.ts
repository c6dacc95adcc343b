import type { DbContext } from '#db/context.ts';
import { NotFoundError } from '#platform/errors.ts';

export interface StoredKey {
  readonly id: string;
  readonly user_id: string;
  readonly label: string;
  readonly scopes: string[] | null;
}

/** A key in force, held until the transaction ends. @throws NotFoundError */
export async function holdKey(ctx: DbContext, id: string): Promise<StoredKey> {
  const row = await ctx.db
    .selectFrom('api_key')
    .select(['id', 'user_id', 'label', 'scopes'])
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', ctx.clock())]))
    .forUpdate()
    .executeTakeFirst();
  return row ?? noSuchKey();
}

/** @throws NotFoundError always; another's key is not told from none. */
export function noSuchKey(): never {
  throw new NotFoundError('no key in force has this id', {
    field: 'id',
    remedy: 'The list of keys shows which are in force.',
  });
}
