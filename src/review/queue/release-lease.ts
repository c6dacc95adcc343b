import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { type LeaseProof, lockHeldItem, noLease } from './held-item.ts';

/** Puts a leased item back into the queue undecided. @throws ConflictError when it is not held. */
export async function releaseLease(ctx: DbContext, proof: LeaseProof): Promise<void> {
  await withTransaction(ctx, async (ctx) => {
    await lockHeldItem(ctx, proof);
    await ctx.db
      .updateTable('review_item')
      .set(noLease)
      .where('id', '=', proof.itemId)
      .where('fence', '=', proof.fence)
      .execute();
    await appendAudit(ctx, [
      {
        action: 'review_item.released',
        entityType: 'review_item',
        entityId: proof.itemId,
        details: { fence: proof.fence },
      },
    ]);
  });
}
