import type { DbContext } from '#db/context.ts';
import type { Role } from '#db/roles.ts';
import { ConflictError } from '#platform/errors.ts';

/** Active admins, held until the transaction ends: of two changes at once the second sees the first. */
export async function holdAdmins(ctx: DbContext): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('app_user')
    .select('id')
    .where((eb) => eb(eb.val<Role>('admin'), '=', eb.fn.any('roles')))
    .where('disabled_at', 'is', null)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  return rows.map((row) => row.id);
}

/** Somebody must be able to give roles. @throws ConflictError when no active admin would be left. */
export async function keepAnAdmin(ctx: DbContext, without: readonly string[]): Promise<void> {
  const admins = await holdAdmins(ctx);
  if (admins.length === 0 || admins.some((id) => !without.includes(id))) return;
  throw new ConflictError('this is the last active admin', {
    field: 'roles',
    remedy: 'Make another person admin first.',
  });
}
