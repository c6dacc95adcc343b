import type { DbContext } from '#db/context.ts';
import { databaseNow } from '#db/database-clock.ts';
import { ConflictError, ForbiddenError } from '#platform/errors.ts';
import { sha256Hex } from '#platform/hash.ts';

/** What its holder was given with a lease; another tab's, or an older one, is refused. */
export interface LeaseProof {
  readonly itemId: string;
  readonly token: string;
  readonly fence: number;
}

/** Locks an item that the acting person holds now. @throws ConflictError when they do not. */
export async function lockHeldItem(
  ctx: DbContext,
  proof: LeaseProof,
): Promise<{ postId: string; round: number; userId: string }> {
  const { userId } = ctx.actor;
  if (userId === null) throw new ForbiddenError('only a person can review');
  const item = await ctx.db
    .selectFrom('review_item')
    .select(['post_id', 'round'])
    .where('id', '=', proof.itemId)
    .where('lease_token_sha256', '=', await sha256Hex(proof.token))
    .where('fence', '=', proof.fence)
    .where('leased_by', '=', userId)
    .where('leased_until', '>', databaseNow)
    .forUpdate()
    .executeTakeFirst();
  if (item === undefined) throw notHeld();
  return { postId: item.post_id, round: item.round, userId };
}

export function notHeld(): ConflictError {
  return new ConflictError('you do not hold this item any more', {
    field: 'lease_token',
    remedy: 'Take the next item from the queue; what ran out has returned to it.',
  });
}

/** What is empty while nobody holds an item. */
export const noLease = {
  lease_token_sha256: null,
  leased_by: null,
  leased_until: null,
  leased_since: null,
  heartbeat_at: null,
} as const;
