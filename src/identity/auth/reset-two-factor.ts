import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { ConflictError } from '#platform/errors.ts';
import { endSessions } from './end-sessions.ts';
import { record } from './record.ts';

/**
 * For somebody who lost the authenticator and its backup codes: signing in needs the password alone until
 * they enrol another. Their sessions end. @throws ConflictError when none is enrolled.
 */
export async function resetTwoFactor(
  ctx: DbContext,
  { userId, reason }: { readonly userId: string; readonly reason: string },
): Promise<void> {
  await withTransaction(ctx, async (ctx) => {
    const user = await ctx.db
      .updateTable('app_user')
      .set({ two_factor_enabled: false, updated_at: ctx.clock() })
      .where('id', '=', userId)
      .where('two_factor_enabled', '=', true)
      .returning('id')
      .executeTakeFirst();
    if (user === undefined) {
      throw new ConflictError('this account has no authenticator', { field: 'user' });
    }
    await ctx.db.deleteFrom('auth_two_factor').where('user_id', '=', userId).execute();
    const sessionsEnded = await endSessions(ctx, { userId });
    await record(ctx, 'two_factor.reset', userId, { reason, sessionsEnded });
  });
}
