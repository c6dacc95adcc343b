import type { DbContext } from '#db/context.ts';

/** Makes this post's item the one everybody is offered first. */
export async function putFirst(ctx: DbContext, postId: string): Promise<void> {
  await ctx.db
    .updateTable('review_item')
    .set((eb) => ({
      priority: eb(
        eb
          .selectFrom('review_item as other')
          .select((eb) => eb.fn.max('other.priority').as('highest')),
        '+',
        1,
      ).$castTo<number>(),
    }))
    .where('post_id', '=', postId)
    .execute();
}

/** Lets the lease of this post's item run out, by the clock that judges it. */
export async function ageLease(ctx: DbContext, postId: string): Promise<void> {
  await ctx.db
    .updateTable('review_item')
    .set({ leased_until: new Date(Date.now() - 60_000) })
    .where('post_id', '=', postId)
    .where('leased_until', 'is not', null)
    .execute();
}
