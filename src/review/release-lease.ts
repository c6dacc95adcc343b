import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { ConflictError } from '#platform/errors.ts';

/** Puts a leased item back into the queue undecided. @throws ConflictError when it is not held by the user. */
export async function releaseLease(ctx: DbContext, input: { itemId: string }): Promise<void> {
  await withTransaction(ctx, async (ctx) => {
    const item = await ctx.db
      .updateTable('review_item')
      .set({ lease_token_sha256: null, leased_by: null, leased_until: null })
      .where('id', '=', input.itemId)
      .where('leased_by', '=', ctx.actor.userId)
      .returning('id')
      .executeTakeFirst();
    if (item === undefined) {
      throw new ConflictError('you do not hold this item', { field: 'item' });
    }
    await appendAudit(ctx, [
      { action: 'review_item.released', entityType: 'review_item', entityId: input.itemId },
    ]);
  });
}
