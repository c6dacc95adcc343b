import type { DbContext } from '#db/context.ts';

export type ThirdLookView = NonNullable<Awaited<ReturnType<typeof readThirdLook>>>;

/** The third look that was given at an approved answer; null: none was chosen, or none given yet. */
export async function readThirdLook(ctx: Pick<DbContext, 'db'>, approvalId: string) {
  const row = await ctx.db
    .selectFrom('third_look as t')
    .innerJoin('app_user as u', 'u.id', 't.reviewer')
    .select(['t.approval_id', 'u.name as reviewer', 't.verdict', 't.reason', 't.labels'])
    .select('t.looked_at')
    .where('t.approval_id', '=', approvalId)
    .executeTakeFirst();
  return row ?? null;
}
