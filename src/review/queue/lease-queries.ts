import type { DbContext } from '#db/context.ts';
import { databaseNow, fromDatabaseNow, msAfter } from '#db/database-clock.ts';

/** How long (ms) a lease can be kept by heartbeats alone: a working day; a forgotten tab ends then. */
const keptAtMostMs = 8 * 3_600_000;

/** Prolongs a lease that still runs, for its holder. `least` ignores a start that is not known. */
export function renewal(
  ctx: Pick<DbContext, 'db'>,
  held: { itemId: string; tokenSha256: string; fence: number; userId: string },
  leaseMs: number,
) {
  return ctx.db
    .updateTable('review_item')
    .set((eb) => ({
      leased_until: eb.fn<Date>('least', [
        fromDatabaseNow(leaseMs),
        msAfter(eb.ref('leased_since'), keptAtMostMs),
      ]),
      heartbeat_at: databaseNow,
    }))
    .where('id', '=', held.itemId)
    .where('lease_token_sha256', '=', held.tokenSha256)
    .where('fence', '=', held.fence)
    .where('leased_by', '=', held.userId)
    .where('leased_until', '>', databaseNow)
    .where('open', '=', true)
    .returning((eb) => eb.ref('leased_until').$castTo<Date>().as('until'));
}

/** Leases that ran out on items nobody has taken since, locked; one somebody is taking now is skipped. */
export function ranOut(ctx: Pick<DbContext, 'db'>, limit: number) {
  return ctx.db
    .selectFrom('review_item')
    .select(['id', 'fence', 'leased_by', 'leased_until'])
    .where('leased_by', 'is not', null)
    .where('leased_until', '<=', databaseNow)
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked();
}
