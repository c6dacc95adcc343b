import type { DbContext } from '#db/context.ts';
import { databaseNow } from '#db/database-clock.ts';
import { eligibleColleagues } from './colleague-queries.ts';
import type { Colleague } from './list-colleagues.ts';

/** Whose turn an item in review is, as the acting person may know it. */
export interface Turn {
  /** Who holds it now; null: nobody. */
  readonly holder: { readonly id: string; readonly name: string; readonly until: Date } | null;
  /** For whom it is kept; null: for nobody in particular. */
  readonly keptFor: { readonly id: string; readonly name: string; readonly until: Date } | null;
  /** It waits again because a lease ran out then. */
  readonly ranOutAt: Date | null;
  /** They declined it in this round. */
  readonly declined: boolean;
  /** To whom they can hand it over; empty unless they hold it. */
  readonly colleagues: readonly Colleague[];
}

/** Null for an item that is not in review. */
export async function readTurn(ctx: DbContext, itemId: string): Promise<Turn | null> {
  const item = await ctx.db
    .selectFrom('review_item as i')
    .leftJoin('app_user as u', (join) =>
      join.onRef('u.id', '=', 'i.leased_by').on('i.leased_until', '>', databaseNow),
    )
    .leftJoin('app_user as k', (join) =>
      join.onRef('k.id', '=', 'i.reserved_for').on('i.reserved_until', '>', databaseNow),
    )
    .select(['i.leased_until', 'i.reserved_until', 'i.lease_ran_out_at'])
    .select(['u.id as holder', 'u.name as holder_name', 'k.id as kept_for', 'k.name as kept_name'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('review_pass as s')
            .select('s.id')
            .whereRef('s.review_item_id', '=', 'i.id')
            .whereRef('s.round', '=', 'i.round')
            .where('s.user_id', '=', ctx.actor.userId)
            .where('s.kind', '=', 'declined'),
        )
        .as('declined'),
    )
    .where('i.id', '=', itemId)
    .where('i.open', '=', true)
    .executeTakeFirst();
  if (item === undefined) return null;
  const mine = item.holder !== null && item.holder === ctx.actor.userId;
  const { leased_until: until, reserved_until: keptUntil } = item;
  return {
    holder: someone(item.holder, item.holder_name, until),
    keptFor: someone(item.kept_for, item.kept_name, keptUntil),
    ranOutAt: item.holder === null ? (item.lease_ran_out_at ?? until) : null,
    declined: Boolean(item.declined),
    colleagues: mine ? await eligibleColleagues(ctx, itemId).execute() : [],
  };
}

function someone(id: string | null, name: string | null, until: Date | null) {
  return id === null || name === null || until === null ? null : { id, name, until };
}
