import { appendAudit, type AuditEntry } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { databaseNow, fromDatabaseNow } from '#db/database-clock.ts';
import { sha256Hex } from '#platform/hash.ts';
import { randomToken } from '#platform/ids.ts';

export interface Lease {
  readonly itemId: string;
  readonly postId: string;
  /** Shown once; only its hash is stored. */
  readonly token: string;
  /** Rises with every lease of the item: an answer with an older fence is refused. */
  readonly fence: number;
  readonly until: Date;
}

/** An item locked in this transaction, with the lease it had. */
export interface FoundItem {
  readonly id: string;
  readonly post_id: string;
  readonly fence: number;
  readonly leased_by: string | null;
  readonly leased_until: Date | null;
  /** By the database's clock. */
  readonly ran_out: boolean | null;
}

/** Leases an item that the caller has locked; the trail also says whose lease ran out before. */
export async function grantLease(
  ctx: DbContext,
  item: FoundItem,
  options: { userId: string; leaseMs: number },
): Promise<Lease> {
  const token = randomToken();
  const fence = item.fence + 1;
  const { until } = await ctx.db
    .updateTable('review_item')
    .set({
      fence,
      lease_token_sha256: await sha256Hex(token),
      leased_by: options.userId,
      leased_until: fromDatabaseNow(options.leaseMs),
      leased_since: databaseNow,
      heartbeat_at: null,
      lease_ran_out_at: null,
      reserved_for: null,
      reserved_until: null,
    })
    .where('id', '=', item.id)
    .where('fence', '=', item.fence)
    .returning((eb) => eb.ref('leased_until').$castTo<Date>().as('until'))
    .executeTakeFirstOrThrow();
  await appendAudit(ctx, [
    ...(item.ran_out === true ? [leaseExpired(item)] : []),
    {
      action: 'review_item.leased',
      entityType: 'review_item',
      entityId: item.id,
      details: { fence, until: until.toISOString() },
    },
  ]);
  return { itemId: item.id, postId: item.post_id, token, fence, until };
}

/** What the trail says of a lease that ended without an answer. */
export function leaseExpired(
  item: Pick<FoundItem, 'id' | 'fence' | 'leased_by' | 'leased_until'>,
): AuditEntry {
  return {
    action: 'review_item.lease_expired',
    entityType: 'review_item',
    entityId: item.id,
    details: {
      holder: item.leased_by,
      fence: item.fence,
      until: item.leased_until?.toISOString() ?? null,
    },
  };
}
