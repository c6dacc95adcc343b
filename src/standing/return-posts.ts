import type { DbContext } from '#db/context.ts';

/** Back to the drafters, whoever holds a lease: what was approved or being read holds no more. */
export async function returnPosts(ctx: DbContext, postIds: readonly string[]): Promise<string[]> {
  if (postIds.length === 0) return [];
  const posts = await ctx.db
    .updateTable('post')
    .set({ state: 'RETURNED' })
    .where('id', 'in', [...new Set(postIds)])
    .where('state', 'in', ['APPROVED', 'IN_REVIEW'])
    .returning('id')
    .execute();
  const returned = posts.map((row) => row.id);
  if (returned.length > 0) {
    await ctx.db
      .updateTable('review_item')
      .set((eb) => ({
        round: eb('round', '+', 1),
        lease_token_sha256: null,
        leased_by: null,
        leased_until: null,
      }))
      .where('post_id', 'in', returned)
      .execute();
  }
  return returned;
}
