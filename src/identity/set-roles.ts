import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import type { Role } from '#db/roles.ts';
import { withTransaction } from '#db/transaction.ts';
import { ConflictError, ForbiddenError } from '#platform/errors.ts';
import { accountsOf } from './accounts-of.ts';
import { checkRoles } from './check-roles.ts';
import { keepAnAdmin } from './keep-an-admin.ts';
import { noSuchUser } from './read-user.ts';

/**
 * Replaces the roles of an account; seen at its next request, and by the database at once.
 * @throws ForbiddenError for one's own, which is kept in the audit trail. @throws ValidationError.
 * @throws NotFoundError. @throws ConflictError for the last admin or a disabled account.
 */
export async function setRoles(
  ctx: DbContext,
  input: { userId: string; roles: readonly Role[] },
): Promise<void> {
  const roles = checkRoles(input.roles);
  await refuseOwn(ctx, { userId: input.userId, roles });
  await withTransaction(ctx, async (ctx) => {
    if (!roles.includes('admin')) await keepAnAdmin(ctx, [input.userId]);
    const before = await ctx.db
      .selectFrom('app_user')
      .select(['roles', 'disabled_at'])
      .where('id', '=', input.userId)
      .forNoKeyUpdate()
      .executeTakeFirst();
    if (before === undefined) noSuchUser();
    if (before.disabled_at !== null) {
      throw new ConflictError('this account is disabled', {
        field: 'id',
        remedy: 'Roles are given to accounts in use.',
      });
    }
    await ctx.db
      .updateTable('app_user')
      .set({ roles, updated_at: ctx.clock() })
      .where('id', '=', input.userId)
      .execute();
    await appendAudit(ctx, [
      {
        action: 'user.roles_set',
        entityType: 'app_user',
        entityId: input.userId,
        details: { from: before.roles, to: roles },
      },
    ]);
  });
}

/** Nobody gives themselves a role, through any account of theirs; that it was tried stays visible. */
async function refuseOwn(
  ctx: DbContext,
  attempt: { userId: string; roles: readonly Role[] },
): Promise<void> {
  const { userId } = ctx.actor;
  if (userId === null || !(await accountsOf(ctx, userId)).includes(attempt.userId)) return;
  await withTransaction(ctx, (ctx) =>
    appendAudit(ctx, [
      {
        action: 'user.roles_refused',
        entityType: 'app_user',
        entityId: attempt.userId,
        details: { to: attempt.roles, cause: 'own_roles' },
      },
    ]),
  );
  throw new ForbiddenError('nobody changes their own roles', {
    field: 'id',
    remedy: 'Ask another admin.',
  });
}
