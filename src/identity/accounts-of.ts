import type { DbContext } from '#db/context.ts';

/** Ids of all accounts of the person this account belongs to, itself among them. */
export async function accountsOf(ctx: Pick<DbContext, 'db'>, userId: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('app_user')
    .select('id')
    .where('person', '=', (eb) =>
      eb.selectFrom('app_user').select('person').where('id', '=', userId),
    )
    .execute();
  return [userId, ...rows.map((row) => row.id).filter((id) => id !== userId)];
}
