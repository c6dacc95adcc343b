import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { ForbiddenError } from '#platform/errors.ts';
import { drawGolden, type GoldenDraw } from '../golden/draw-golden.ts';
import { grantLease, type Lease } from './grant-lease.ts';
import { accountsOfPerson, nextItem, ownItem } from './next-item-queries.ts';

/**
 * Leases the next item for the acting reviewer: one they hold already (under a new token and fence), else
 * one handed to them, else the first of the queue. Never one in which they, under any account, had a
 * part, have decided on in its current form, or passed on in this round. In a share of cases a golden item
 * takes the place of what waits. Null when nothing does.
 */
export async function leaseNext(
  ctx: DbContext,
  options: { leaseMs: number; golden?: GoldenDraw },
): Promise<Lease | null> {
  const { leaseMs, golden = { share: 0 } } = options;
  return withTransaction(ctx, async (ctx) => {
    const { userId, accounts } = await lockPerson(ctx);
    const own = await ownItem(ctx, accounts).executeTakeFirst();
    const next = own ?? (await nextItem(ctx, accounts).executeTakeFirst());
    if (next === undefined) return null;
    const drawn = own === undefined ? await drawGolden(ctx, accounts, golden) : null;
    return grantLease(ctx, drawn ?? next, { userId, leaseMs });
  });
}

/** Who asks, with all accounts of that person. @throws ForbiddenError when it is no person. */
export async function lockPerson(
  ctx: DbContext,
): Promise<{ userId: string; accounts: readonly string[] }> {
  const { userId } = ctx.actor;
  const rows = userId === null ? [] : await accountsOfPerson(ctx, userId).execute();
  if (userId === null || rows.length === 0) throw new ForbiddenError('only a person can review');
  return { userId, accounts: rows.map((row) => row.id) };
}
