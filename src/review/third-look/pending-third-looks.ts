import type { DbContext } from '#db/context.ts';

/**
 * Approvals in force that await a third look which the acting reviewer, under any account, may give: they
 * neither gave one of the two reviews nor had a part in the answer. None for others.
 */
export function pendingThirdLooks(ctx: Pick<DbContext, 'db' | 'actor'>) {
  const { userId, roles } = ctx.actor;
  const me = ctx.db.selectFrom('app_user').select('person').where('id', '=', userId);
  return ctx.db
    .selectFrom('third_look as t')
    .innerJoin('approval as a', 'a.id', 't.approval_id')
    .innerJoin('app_user as f', 'f.id', 'a.first_reviewer')
    .innerJoin('app_user as s', 's.id', 'a.second_reviewer')
    .select(['a.id', 'a.post_id', 'a.draft_id', 'a.content_sha256', 't.chosen_at'])
    .where('t.looked_at', 'is', null)
    .where('a.status', '=', 'in_force')
    .where('f.person', '<>', me)
    .where('s.person', '<>', me)
    .where((eb) => eb.lit(userId !== null && roles.includes('reviewer')))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('contribution as c')
            .innerJoin('app_user as u', 'u.id', 'c.user_id')
            .select('c.post_id')
            .whereRef('c.post_id', '=', 'a.post_id')
            .where('u.person', '=', me),
        ),
      ),
    );
}

/** Whether the acting reviewer may be asked for a third look at this draft, and so does not see its reviews. */
export async function mayLookAgain(
  ctx: Pick<DbContext, 'db' | 'actor'>,
  draftId: string,
): Promise<boolean> {
  const row = await pendingThirdLooks(ctx).where('a.draft_id', '=', draftId).executeTakeFirst();
  return row !== undefined;
}
