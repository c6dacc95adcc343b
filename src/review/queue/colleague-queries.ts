import type { DbContext } from '#db/context.ts';

/**
 * Reviewers other than the acting person who may judge an item: no part in it, no decision on its current
 * draft, not declined by them in this round.
 */
export function eligibleColleagues(ctx: Pick<DbContext, 'db' | 'actor'>, itemId: string) {
  return (
    ctx.db
      .selectFrom('app_user as u')
      .innerJoin('review_item as i', (join) => join.on('i.id', '=', itemId))
      .select(['u.id', 'u.name'])
      // What `may_review` and `has_part` say of each, asked of all at once: as functions 9 ms of 200 people.
      .where('u.disabled_at', 'is', null)
      .where((eb) => eb(eb.val('reviewer'), '=', eb.fn.any('u.roles')))
      .where((eb) => eb.not(eb(eb.val('admin'), '=', eb.fn.any('u.roles'))))
      .where('u.person', 'not in', (eb) =>
        eb
          .selectFrom('contribution as c')
          .innerJoin('app_user as a', 'a.id', 'c.user_id')
          .select('a.person')
          .whereRef('c.post_id', '=', 'i.post_id'),
      )
      .where('u.person', '<>', (eb) =>
        eb.selectFrom('app_user as me').select('me.person').where('me.id', '=', ctx.actor.userId),
      )
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('review_decision as r')
              .innerJoin('app_user as a', 'a.id', 'r.reviewer')
              .select('r.id')
              .whereRef('a.person', '=', 'u.person')
              .where('r.draft_id', '=', (eb) =>
                eb
                  .selectFrom('draft as d')
                  .select('d.id')
                  .whereRef('d.post_id', '=', 'i.post_id')
                  .orderBy('d.revision', 'desc')
                  .limit(1),
              ),
          ),
        ),
      )
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('review_pass as s')
              .innerJoin('app_user as a', 'a.id', 's.user_id')
              .select('s.id')
              .whereRef('a.person', '=', 'u.person')
              .whereRef('s.review_item_id', '=', 'i.id')
              .whereRef('s.round', '=', 'i.round')
              .where('s.kind', '=', 'declined'),
          ),
        ),
      )
      .orderBy('u.name')
      .orderBy('u.id')
  );
}
