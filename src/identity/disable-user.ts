import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { ConflictError } from '#platform/errors.ts';
import { closeAccounts } from './close-accounts.ts';
import { keepAnAdmin } from './keep-an-admin.ts';
import { readUser } from './read-user.ts';

/**
 * Takes an account out of use: its keys and sessions end and what it held in the queue
 * goes back. Accounts are never deleted: the trail names them.
 * @throws NotFoundError. @throws ConflictError for the last admin, or when it is disabled already.
 */
export async function disableUser(
  ctx: DbContext,
  input: { userId: string; reason: string },
): Promise<void> {
  await withTransaction(ctx, async (ctx) => {
    await keepAnAdmin(ctx, [input.userId]);
    const disabled = await ctx.db
      .updateTable('app_user')
      .set({ disabled_at: ctx.clock(), updated_at: ctx.clock() })
      .where('id', '=', input.userId)
      .where('disabled_at', 'is', null)
      .executeTakeFirst();
    if (disabled.numUpdatedRows !== 1n) {
      await readUser(ctx, { id: input.userId });
      throw new ConflictError('this account is disabled already', { field: 'id' });
    }
    const ended = await closeAccounts(ctx, [input.userId]);
    await appendAudit(ctx, [
      {
        action: 'user.disabled',
        entityType: 'app_user',
        entityId: input.userId,
        details: { reason: input.reason },
      },
      ...ended,
    ]);
  });
}
