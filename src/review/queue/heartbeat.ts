import type { DbContext } from '#db/context.ts';
import { ForbiddenError } from '#platform/errors.ts';
import { sha256Hex } from '#platform/hash.ts';
import { type LeaseProof, notHeld } from './held-item.ts';
import { renewal } from './lease-queries.ts';

/**
 * A sign of life of whoever reads an item: their lease runs on, 8 hours in all at most. It writes nothing
 * to the trail: who held an item is there already, and a line each minute would bury what people did.
 * @throws ConflictError when the lease has run out or is another one.
 */
export async function renewLease(
  ctx: DbContext,
  input: LeaseProof & { leaseMs: number },
): Promise<{ until: Date }> {
  const { itemId, fence, leaseMs } = input;
  const { userId } = ctx.actor;
  if (userId === null) throw new ForbiddenError('only a person can review');
  const tokenSha256 = await sha256Hex(input.token);
  const renewed = await renewal(
    ctx,
    { itemId, tokenSha256, fence, userId },
    leaseMs,
  ).executeTakeFirst();
  if (renewed === undefined) throw notHeld();
  return renewed;
}
