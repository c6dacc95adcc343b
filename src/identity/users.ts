import { appendAudit } from '#audit/index.ts';
import type { Actor, DbContext } from '#db/context.ts';
import type { Role } from '#db/roles.ts';
import { withTransaction } from '#db/transaction.ts';
import { ConflictError, NotFoundError, ValidationError } from '#platform/errors.ts';
import { sha256Hex } from '#platform/hash.ts';
import { newId, randomToken } from '#platform/ids.ts';

const keyPrefix = 'dct_';

/** @throws ValidationError | ConflictError when the name is taken. */
export async function createUser(
  ctx: DbContext,
  input: { name: string; roles: readonly Role[] },
): Promise<Actor & { readonly userId: string }> {
  const name = input.name.normalize('NFC').trim();
  if (name === '' || name.length > 100) {
    throw new ValidationError('a user name has 1 to 100 characters', { field: 'name' });
  }
  if (input.roles.length === 0) {
    throw new ValidationError('a user needs a role', { field: 'roles' });
  }
  return withTransaction(ctx, async (ctx) => {
    const row = await ctx.db
      .insertInto('app_user')
      .values({
        id: newId(),
        name,
        roles: [...input.roles],
        created_at: ctx.clock(),
        disabled_at: null,
      })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (row === undefined) {
      throw new ConflictError(`there is a user named ${name} already`, { field: 'name' });
    }
    await appendAudit(ctx, [
      {
        action: 'user.created',
        entityType: 'app_user',
        entityId: row.id,
        details: { roles: input.roles },
      },
    ]);
    return { userId: row.id, name, roles: input.roles };
  });
}

/** The only time the key is seen: its SHA-256 is what is stored. */
export async function issueKey(
  ctx: DbContext,
  input: { userName: string; label: string; expiresAt?: Date | null },
): Promise<{ id: string; key: string }> {
  const key = keyPrefix + randomToken();
  return withTransaction(ctx, async (ctx) => {
    const user = await findUser(ctx, input.userName);
    const id = newId();
    await ctx.db
      .insertInto('api_key')
      .values({
        id,
        user_id: user.userId,
        label: input.label,
        key_sha256: await sha256Hex(key),
        created_at: ctx.clock(),
        expires_at: input.expiresAt ?? null,
        revoked_at: null,
      })
      .execute();
    await appendAudit(ctx, [
      { action: 'key.issued', entityType: 'api_key', entityId: id, details: { user: user.name } },
    ]);
    return { id, key };
  });
}

/** @throws NotFoundError */
export async function revokeKey(ctx: DbContext, input: { id: string }): Promise<void> {
  await withTransaction(ctx, async (ctx) => {
    const row = await ctx.db
      .updateTable('api_key')
      .set({ revoked_at: ctx.clock() })
      .where('id', '=', input.id)
      .where('revoked_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (row === undefined) {
      throw new NotFoundError('no key in force has this id', { field: 'id' });
    }
    await appendAudit(ctx, [{ action: 'key.revoked', entityType: 'api_key', entityId: input.id }]);
  });
}

/** @throws NotFoundError naming the remedy. */
export async function findUser(
  ctx: Pick<DbContext, 'db'>,
  name: string,
): Promise<Actor & { readonly userId: string }> {
  const row = await ctx.db
    .selectFrom('app_user')
    .select(['id', 'name', 'roles'])
    .where('name', '=', name)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) {
    throw new NotFoundError(`there is no user named ${name}`, {
      field: 'user',
      remedy: `Create one: doichung users create ${name} --roles drafter`,
    });
  }
  return { userId: row.id, name: row.name, roles: row.roles };
}

/** Who holds this key, or null when it is unknown, expired, revoked or its user disabled. */
export async function authenticate(
  ctx: Pick<DbContext, 'db' | 'clock'>,
  key: string,
): Promise<(Actor & { readonly userId: string }) | null> {
  if (!key.startsWith(keyPrefix) || key.length > 100 || !key.isWellFormed()) return null;
  const row = await ctx.db
    .selectFrom('api_key')
    .innerJoin('app_user', 'app_user.id', 'api_key.user_id')
    .select(['app_user.id', 'app_user.name', 'app_user.roles'])
    .where('api_key.key_sha256', '=', await sha256Hex(key))
    .where('api_key.revoked_at', 'is', null)
    .where('app_user.disabled_at', 'is', null)
    .where((eb) =>
      eb.or([eb('api_key.expires_at', 'is', null), eb('api_key.expires_at', '>', ctx.clock())]),
    )
    .executeTakeFirst();
  return row === undefined ? null : { userId: row.id, name: row.name, roles: row.roles };
}
