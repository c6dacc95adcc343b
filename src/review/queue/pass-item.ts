import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { fromDatabaseNow } from '#db/database-clock.ts';
import { withTransaction } from '#db/transaction.ts';
import { requireReason } from '#language/require-reason.ts';
import { ConflictError } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { eligibleColleagues } from './colleague-queries.ts';
import { type LeaseProof, lockHeldItem, noLease } from './held-item.ts';

/** How long (ms) an item is kept for the person it was handed to; then anybody may take it again. */
const keptForMs = 4 * 3_600_000;

interface Pass {
  readonly kind: 'skipped' | 'declined' | 'handed_over';
  readonly reason: string;
  readonly handedTo: string | null;
}

/** Not now: the item goes to others, and to this person again in its next round. @throws ConflictError */
export async function skipItem(
  ctx: DbContext,
  input: LeaseProof & { reason: string },
): Promise<void> {
  await pass(ctx, input, { kind: 'skipped', reason: input.reason, handedTo: null });
}

/** Not this person in this round: a conflict of interest, or not able to judge it. @throws ConflictError */
export async function declineItem(
  ctx: DbContext,
  input: LeaseProof & { reason: string },
): Promise<void> {
  await pass(ctx, input, { kind: 'declined', reason: input.reason, handedTo: null });
}

/**
 * Gives the item to a colleague who may judge it; for 4 hours nobody else is offered it.
 * @throws ConflictError when it is not held, or the colleague may not judge it.
 */
export async function handOver(
  ctx: DbContext,
  input: LeaseProof & { reason: string; to: string },
): Promise<void> {
  await pass(ctx, input, { kind: 'handed_over', reason: input.reason, handedTo: input.to });
}

/** Gives the lease up, says why and to whom, in one transaction. */
async function pass(ctx: DbContext, proof: LeaseProof, given: Pass): Promise<void> {
  const reason = requireReason(given.reason);
  await withTransaction(ctx, async (ctx) => {
    const { round, userId } = await lockHeldItem(ctx, proof);
    const { kind, handedTo } = given;
    if (handedTo !== null) await requireEligible(ctx, proof.itemId, handedTo);
    await ctx.db
      .insertInto('review_pass')
      .values({
        id: newId(),
        review_item_id: proof.itemId,
        round,
        user_id: userId,
        kind,
        handed_to: handedTo,
        reason,
        passed_at: ctx.clock(),
      })
      .execute();
    await ctx.db
      .updateTable('review_item')
      .set({
        ...noLease,
        reserved_for: handedTo,
        reserved_until: handedTo === null ? null : fromDatabaseNow(keptForMs),
      })
      .where('id', '=', proof.itemId)
      .where('fence', '=', proof.fence)
      .execute();
    await appendAudit(ctx, [
      {
        action: `review_item.${kind}`,
        entityType: 'review_item',
        entityId: proof.itemId,
        details: { round, fence: proof.fence, ...(handedTo === null ? {} : { to: handedTo }) },
        after: { reason },
      },
    ]);
  });
}

async function requireEligible(ctx: DbContext, itemId: string, userId: string): Promise<void> {
  const colleague = await eligibleColleagues(ctx, itemId)
    .where('u.id', '=', userId)
    .executeTakeFirst();
  if (colleague !== undefined) return;
  throw new ConflictError('this colleague may not judge the item', {
    field: 'to',
    remedy: 'Choose one of the eligible colleagues of this item.',
  });
}
