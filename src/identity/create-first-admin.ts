import type { Actor, DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { ConflictError } from '#platform/errors.ts';
import { createUser } from './create-user.ts';
import { holdAdmins } from './keep-an-admin.ts';

/**
 * The admin of a new installation, or of one whose admins are all gone. Who calls it sets a password in
 * the same transaction. @throws ConflictError when there is an active admin.
 */
export async function createFirstAdmin(
  ctx: DbContext,
  input: { name: string; email: string },
): Promise<Actor & { readonly userId: string }> {
  return withTransaction(ctx, async (ctx) => {
    // Held until the end, so of two first admins at once the second sees the first.
    await ctx.db.selectFrom('audit_head').select('seq').forUpdate().execute();
    if ((await holdAdmins(ctx)).length > 0) {
      throw new ConflictError('there is an active admin already', {
        field: 'name',
        remedy: 'Ask an admin to create the account.',
      });
    }
    return createUser(ctx, { ...input, roles: ['admin'] });
  });
}
