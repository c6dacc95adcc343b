import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { databaseNow, fromDatabaseNow } from '#db/database-clock.ts';
import { withTransaction } from '#db/transaction.ts';
import { ForbiddenError } from '#platform/errors.ts';
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

/**
 * Leases the next item for the acting reviewer: one they hold already, else the one most often
 * submitted. Never one they contributed to or have decided on in its current form. Null when there is
 * none. A lease that runs out returns the item to everybody.
 */
export async function leaseNext(
  ctx: DbContext,
  options: { leaseMs: number },
): Promise<Lease | null> {
  const userId = ctx.actor.userId;
  if (userId === null) throw new ForbiddenError('only a person can review');
  return withTransaction(ctx, async (ctx) => {
    const next = await nextItem(ctx, userId).executeTakeFirst();
    if (next === undefined) return null;
    const token = randomToken();
    const fence = next.fence + 1;
    const { until } = await ctx.db
      .updateTable('review_item')
      .set({
        fence,
        lease_token_sha256: await sha256Hex(token),
        leased_by: userId,
        leased_until: fromDatabaseNow(options.leaseMs),
      })
      .where('id', '=', next.id)
      .where('fence', '=', next.fence)
      .returning((eb) => eb.ref('leased_until').$castTo<Date>().as('until'))
      .executeTakeFirstOrThrow();
    await appendAudit(ctx, [
      {
        action: 'review_item.leased',
        entityType: 'review_item',
        entityId: next.id,
        details: { fence, until: until.toISOString() },
      },
    ]);
    return { itemId: next.id, postId: next.post_id, token, fence, until };
  });
}

/**
 * The item to lease, locked. Two reviewers who ask at once get two items: a row another one has locked
 * is skipped.
 */
export function nextItem(ctx: Pick<DbContext, 'db'>, userId: string) {
  return ctx.db
    .selectFrom('review_item as i')
    .innerJoin('post as p', 'p.id', 'i.post_id')
    .select(['i.id', 'i.post_id', 'i.fence'])
    .where('p.state', '=', 'IN_REVIEW')
    .where((eb) =>
      eb.or([
        eb('i.leased_until', 'is', null),
        eb('i.leased_until', '<=', databaseNow),
        eb('i.leased_by', '=', userId),
      ]),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('contribution as c')
            .select('c.post_id')
            .whereRef('c.post_id', '=', 'p.id')
            .where('c.user_id', '=', userId),
        ),
      ),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('review_decision as r')
            .innerJoin('draft as d', 'd.id', 'r.draft_id')
            .select('r.id')
            .whereRef('d.post_id', '=', 'p.id')
            .where('r.reviewer', '=', userId)
            .where((eb) =>
              eb(
                'd.revision',
                '=',
                eb
                  .selectFrom('draft as l')
                  .select((eb) => eb.fn.max('l.revision').as('newest'))
                  .whereRef('l.post_id', '=', 'd.post_id'),
              ),
            ),
        ),
      ),
    )
    .orderBy((eb) => eb.case().when('i.leased_by', '=', userId).then(0).else(1).end())
    .orderBy('p.submission_count', 'desc')
    .orderBy('i.id')
    .limit(1)
    .forUpdate('i')
    .skipLocked();
}
