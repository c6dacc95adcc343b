import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { ConflictError, ForbiddenError } from '#platform/errors.ts';
import { accountsOf } from './accounts-of.ts';
import { readUser } from './read-user.ts';

/**
 * Takes a disabled account back into use. Its keys stay revoked.
 * @throws NotFoundError. @throws ForbiddenError for one's own. @throws ConflictError when it is in use,
 * or was merged into another.
 */
export async function enableUser(
  ctx: DbContext,
  input: { userId: string; reason: string },
): Promise<void> {
  const { userId } = ctx.actor;
  if (userId !== null && (await accountsOf(ctx, userId)).includes(input.userId)) {
    throw new ForbiddenError('nobody enables an account of their own', {
      field: 'id',
      remedy: 'Ask another admin.',
    });
  }
  await withTransaction(ctx, async (ctx) => {
    const enabled = await ctx.db
      .updateTable('app_user')
      .set({ disabled_at: null, updated_at: ctx.clock() })
      .where('id', '=', input.userId)
      .where('disabled_at', 'is not', null)
      .whereRef('person', '=', 'id')
      .executeTakeFirst();
    if (enabled.numUpdatedRows !== 1n) {
      const { disabledAt } = await readUser(ctx, { id: input.userId });
      throw new ConflictError(
        disabledAt === null ? 'this account is in use' : 'this account was merged into another',
        { field: 'id', remedy: 'Of the accounts of one person one is used.' },
      );
    }
    await appendAudit(ctx, [
      {
        action: 'user.enabled',
        entityType: 'app_user',
        entityId: input.userId,
        details: { reason: input.reason },
      },
    ]);
  });
}
