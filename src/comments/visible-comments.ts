import type { Actor, DbContext } from '#db/context.ts';

/** Who reads; a part of `Actor`. */
export type CommentReader = Pick<Actor, 'userId' | 'roles'>;

/**
 * Comments this person may read now. What a reviewer wrote is hidden while somebody has still to judge
 * the draft unseen: from everybody but its writer and those who have decided on the draft until the round is
 * decided, so that it reaches nobody by way of a third; then from reviewers who may be asked for a third look.
 */
export function visibleComments({ db }: Pick<DbContext, 'db'>, reader: CommentReader) {
  const { userId, roles } = reader;
  const me = db.selectFrom('app_user').select('person').where('id', '=', userId);
  return db
    .selectFrom('comment as c')
    .innerJoin('post as p', 'p.id', 'c.post_id')
    .innerJoin('app_user as u', 'u.id', 'c.author')
    .where((eb) => {
      const decided = eb
        .selectFrom('review_decision as r')
        .innerJoin('app_user as v', 'v.id', 'r.reviewer')
        .select('r.id')
        .whereRef('r.draft_id', '=', 'c.draft_id')
        .where('v.person', '=', me);
      const decidedGolden = eb
        .selectFrom('golden_decision as g')
        .innerJoin('app_user as v', 'v.id', 'g.reviewer')
        .select('g.id')
        .whereRef('g.post_id', '=', 'c.post_id')
        .where('v.person', '=', me);
      const newerDraft = eb
        .selectFrom('draft as o')
        .innerJoin('draft as l', 'l.post_id', 'o.post_id')
        .select('l.id')
        .whereRef('o.id', '=', 'c.draft_id')
        .whereRef('l.revision', '>', 'o.revision');
      const thirdLook = eb
        .selectFrom('third_look as t')
        .innerJoin('approval as a', 'a.id', 't.approval_id')
        .select('a.id')
        .whereRef('a.draft_id', '=', 'c.draft_id')
        .where('a.status', '=', 'in_force')
        .where('t.looked_at', 'is', null);
      const hadPart = eb
        .selectFrom('contribution as n')
        .innerJoin('app_user as v', 'v.id', 'n.user_id')
        .select('n.post_id')
        .whereRef('n.post_id', '=', 'c.post_id')
        .where('v.person', '=', me);
      const roundDecided = eb.or([eb('p.state', '<>', 'IN_REVIEW'), eb.exists(newerDraft)]);
      const notToLookAgain = eb.or([
        eb.lit(!roles.includes('reviewer')),
        eb.exists(hadPart),
        eb.not(eb.exists(thirdLook)),
      ]);
      return eb.or([
        eb('c.by_reviewer', '=', false),
        eb('u.person', '=', me),
        eb.exists(decided),
        eb.exists(decidedGolden),
        eb.and([roundDecided, notToLookAgain]),
      ]);
    });
}
