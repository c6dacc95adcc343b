import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { ConflictError } from '#platform/errors.ts';
import { grantLease, type Lease } from './grant-lease.ts';
import { lockPerson } from './lease-next.ts';
import { namedItem, ownItem } from './next-item-queries.ts';

/**
 * Leases this item for the acting reviewer, out of turn. What they skipped before they may take after all;
 * what they declined stays declined. One person holds one item. @throws ConflictError
 */
export async function takeItem(
  ctx: DbContext,
  input: { itemId: string; leaseMs: number },
): Promise<Lease> {
  return withTransaction(ctx, async (ctx) => {
    const { userId, accounts } = await lockPerson(ctx);
    const own = await ownItem(ctx, accounts).executeTakeFirst();
    if (own?.ran_out === false && own.id !== input.itemId) {
      throw new ConflictError('you hold another item', {
        field: 'item',
        remedy: 'Decide on it or return it first; one person holds one item at a time.',
      });
    }
    const item = await namedItem(ctx, accounts, input.itemId).executeTakeFirst();
    if (item === undefined) {
      throw new ConflictError('this item is not yours to take', {
        field: 'item',
        remedy:
          'It is not in review, somebody else holds it or it is kept for them, or you had a part in it, declined it or have decided on it.',
      });
    }
    return grantLease(ctx, item, { userId, leaseMs: input.leaseMs });
  });
}
