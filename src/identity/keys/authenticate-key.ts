import type { Actor, Credential, DbContext } from '#db/context.ts';
import { isoDay } from '#platform/clock.ts';
import { sha256Hex } from '#platform/hash.ts';
import { keyPrefix } from './store-key.ts';

/** Who holds this key, or null when it is unknown, expired, revoked or its user disabled. */
export async function authenticate(
  ctx: Pick<DbContext, 'db' | 'clock'>,
  key: string,
): Promise<(Actor & { readonly userId: string; readonly credential: Credential }) | null> {
  if (!key.startsWith(keyPrefix) || key.length > 100 || !key.isWellFormed()) return null;
  const row = await ctx.db
    .selectFrom('api_key')
    .innerJoin('app_user', 'app_user.id', 'api_key.user_id')
    .select(['api_key.id', 'api_key.scopes', 'api_key.last_used_on'])
    .select(['app_user.id as userId', 'app_user.name', 'app_user.roles'])
    .where('api_key.key_sha256', '=', await sha256Hex(key))
    .where('api_key.revoked_at', 'is', null)
    .where('app_user.disabled_at', 'is', null)
    .where((eb) =>
      eb.or([eb('api_key.expires_at', 'is', null), eb('api_key.expires_at', '>', ctx.clock())]),
    )
    .executeTakeFirst();
  if (row === undefined) return null;
  const { id, userId, name, roles, scopes } = row;
  await noteUse(ctx, row);
  return { userId, name, roles, credential: { kind: 'key', id, scopes, confirmedAt: null } };
}

/** At most one write a day and key: what is read on every request must not be written on every one. */
async function noteUse(
  ctx: Pick<DbContext, 'db' | 'clock'>,
  key: { id: string; last_used_on: string | null },
): Promise<void> {
  const today = isoDay(ctx.clock());
  if (key.last_used_on === today) return;
  await ctx.db
    .updateTable('api_key')
    .set({ last_used_on: today })
    .where('id', '=', key.id)
    .where('last_used_on', 'is distinct from', today)
    .execute();
}
