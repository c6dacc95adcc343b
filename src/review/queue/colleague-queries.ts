import type { DbContext } from '#db/context.ts';

/**
 * Reviewers other than the acting person who may judge an item: no part in it, no decision on its current
 * draft, not declined by them in this round.
 */
export function eligibleColleagues(ctx: Pick<DbContext, 'db' | 'actor'>, itemId: string) {
  return ctx.db
    .selectFrom('app_user as u')
    .innerJoin('review_item as i', (join) => join.on('i.id', '=', itemId))
    .select(['u.id', 'u.name'])
    .where((eb) => eb.fn<boolean>('may_review', ['u.id']))
    .where((eb) => eb.not(eb.fn<boolean>('has_part', ['u.id', 'i.post_id'])))
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
    .orderBy('u.id');
}
