import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { leaseExpired } from './grant-lease.ts';
import { noLease } from './held-item.ts';
import { ranOut } from './lease-queries.ts';

export const expireLeasesJob = 'expire-leases';

const batchSize = 200;

/**
 * Returns items whose lease ran out to the queue, so that everybody sees it, and says so in the trail.
 * A lease renewed or taken anew at the same moment is left alone. Returns how many ran out.
 */
export async function expireLeases(
  ctx: DbContext,
  options: { signal?: AbortSignal } = {},
): Promise<number> {
  let expired = 0;
  for (;;) {
    options.signal?.throwIfAborted();
    const count = await withTransaction(ctx, async (ctx) => {
      const items = await ranOut(ctx, batchSize).execute();
      if (items.length === 0) return 0;
      await ctx.db
        .updateTable('review_item')
        .set((eb) => ({ ...noLease, lease_ran_out_at: eb.ref('leased_until') }))
        .where((eb) =>
          eb(
            eb.refTuple('id', 'fence'),
            'in',
            items.map(({ id, fence }) => eb.tuple(id, fence)),
          ),
        )
        .execute();
      await appendAudit(ctx, items.map(leaseExpired));
      return items.length;
    });
    expired += count;
    if (count < batchSize) return expired;
  }
}
