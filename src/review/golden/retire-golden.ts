import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { requirePermission } from '#identity/index.ts';
import { NotFoundError } from '#platform/errors.ts';

/** Nobody is given this golden item any more; who holds it now may still judge it. @throws NotFoundError */
export async function retireGolden(ctx: DbContext, input: { postId: string }): Promise<void> {
  requirePermission(ctx.actor, 'golden.manage');
  await withTransaction(ctx, async (ctx) => {
    const item = await ctx.db
      .updateTable('golden_item')
      .set({ retired_at: ctx.clock() })
      .where('post_id', '=', input.postId)
      .where('retired_at', 'is', null)
      .returning('post_id')
      .executeTakeFirst();
    if (item === undefined) {
      throw new NotFoundError('no golden item in use has this id', { field: 'id' });
    }
    await appendAudit(ctx, [
      { action: 'golden.retired', entityType: 'golden_item', entityId: input.postId },
    ]);
  });
}
