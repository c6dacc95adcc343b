import type { DbContext } from '#db/context.ts';
import { databaseNow } from '#db/database-clock.ts';

type Db = Pick<DbContext, 'db'>;

/**
 * The accounts of the person that this account belongs to, locked until the transaction ends: somebody
 * who asks twice at once is answered one after the other, and so never holds two items.
 */
export function accountsOfPerson({ db }: Db, userId: string) {
  return db
    .selectFrom('app_user as u')
    .select('u.id')
    .where('u.person', '=', (eb) =>
      eb.selectFrom('app_user as me').select('me.person').where('me.id', '=', userId),
    )
    .orderBy('u.id')
    .forNoKeyUpdate();
}

/** The item this person holds, or let run out and nobody has taken since, or that was handed to them. */
export function ownItem(ctx: Db, accounts: readonly string[]) {
  return judgeable(ctx, accounts)
    .where((eb) =>
      eb.or([
        eb('i.leased_by', 'in', accounts),
        eb('i.reserved_for', 'in', accounts).and('i.reserved_until', '>', databaseNow),
      ]),
    )
    .orderBy((eb) => eb.case().when('i.leased_by', 'in', accounts).then(0).else(1).end())
    .orderBy('i.priority', 'desc')
    .orderBy('i.id')
    .limit(1);
}

/**
 * The first item of the queue for this person, locked. Two reviewers who ask at once get two items: a
 * row another one has locked is skipped, and one another has leased meanwhile is looked at again.
 * Of 100,000 items, on two cores (p50, p95): 0.4, 0.6 ms; 6, 12 ms for who decided on the first 1,000.
 * Rejected: one statement for this and `ownItem`, ordered by a case (70, 103 ms: no index gives that order).
 */
export function nextItem(ctx: Db, accounts: readonly string[]) {
  return judgeable(ctx, accounts)
    .where('p.golden', '=', false)
    .where((eb) =>
      eb.or([eb('i.reserved_for', 'is', null), eb('i.reserved_until', '<=', databaseNow)]),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('review_pass as s')
            .select('s.id')
            .whereRef('s.review_item_id', '=', 'i.id')
            .whereRef('s.round', '=', 'i.round')
            .where('s.user_id', 'in', accounts)
            .offset(0),
        ),
      ),
    )
    .orderBy('i.priority', 'desc')
    .orderBy('i.id')
    .limit(1);
}

/** This item, if the person may judge it, did not decline it, and it is not kept for somebody else. */
export function namedItem(ctx: Db, accounts: readonly string[], itemId: string) {
  return judgeable(ctx, accounts)
    .where('i.id', '=', itemId)
    .where((eb) => eb.or([eb('p.golden', '=', false), eb('i.leased_by', 'in', accounts)]))
    .where((eb) =>
      eb.or([
        eb('i.reserved_for', 'is', null),
        eb('i.reserved_for', 'in', accounts),
        eb('i.reserved_until', '<=', databaseNow),
      ]),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('review_pass as s')
            .select('s.id')
            .whereRef('s.review_item_id', '=', 'i.id')
            .whereRef('s.round', '=', 'i.round')
            .where('s.user_id', 'in', accounts)
            .where('s.kind', '=', 'declined'),
        ),
      ),
    );
}

/**
 * Items in review that nobody else holds and that none of these accounts had a part in or decided on.
 * An `offset` keeps a subquery a look-up for each row: as an anti-join, on statistics from when its table
 * was small, it is 39 ms instead of 4 for who passed on the first 1,000 of 100,000 items.
 */
function judgeable(ctx: Db, accounts: readonly string[]) {
  return ctx.db
    .selectFrom('review_item as i')
    .innerJoin('post as p', 'p.id', 'i.post_id')
    .select(['i.id', 'i.post_id', 'i.fence', 'i.leased_by', 'i.leased_until'])
    .select((eb) => eb('i.leased_until', '<=', databaseNow).$castTo<boolean | null>().as('ran_out'))
    .where('i.open', '=', true)
    .where((eb) =>
      eb.or([
        eb('i.leased_until', 'is', null),
        eb('i.leased_until', '<=', databaseNow),
        eb('i.leased_by', 'in', accounts),
      ]),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('contribution as c')
            .select('c.post_id')
            .whereRef('c.post_id', '=', 'i.post_id')
            .where('c.user_id', 'in', accounts)
            .offset(0),
        ),
      ),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('review_decision as r')
            .select('r.id')
            .where('r.reviewer', 'in', accounts)
            .where('r.draft_id', '=', (eb) =>
              eb
                .selectFrom('draft as d')
                .select('d.id')
                .whereRef('d.post_id', '=', 'i.post_id')
                .orderBy('d.revision', 'desc')
                .limit(1),
            )
            .offset(0),
        ),
      ),
    )
    .forUpdate('i')
    .skipLocked();
}
