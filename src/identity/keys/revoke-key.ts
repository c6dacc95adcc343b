import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { mayDo } from '../permissions.ts';
import { holdKey, noSuchKey } from './own-key.ts';

/** Ends one's own key, or, by who manages users, anybody's, at once. @throws NotFoundError */
export async function revokeKey(ctx: DbContext, input: { id: string }): Promise<void> {
  await withTransaction(ctx, async (ctx) => {
    const { actor } = ctx;
    const key = await holdKey(ctx, input.id);
    const may =
      actor.userId === null || actor.userId === key.user_id || mayDo(actor, 'users.manage');
    if (!may) noSuchKey();
    await ctx.db
      .updateTable('api_key')
      .set({ revoked_at: ctx.clock() })
      .where('id', '=', key.id)
      .execute();
    await appendAudit(ctx, [{ action: 'key.revoked', entityType: 'api_key', entityId: key.id }]);
  });
}
