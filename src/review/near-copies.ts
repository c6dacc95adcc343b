import type { DbContext } from '#db/context.ts';

/** The cluster a post is in, with how many other posts are; null where it is in none or alone. */
export async function nearCopies(
  ctx: Pick<DbContext, 'db'>,
  postId: string,
): Promise<{ clusterId: string; others: number } | null> {
  const row = await ctx.db
    .selectFrom('post as p')
    .innerJoin('post as o', 'o.cluster_id', 'p.cluster_id')
    .select((eb) => ['p.cluster_id', eb.fn.countAll<string>().as('posts')])
    .where('p.id', '=', postId)
    .where('o.golden', '=', false)
    .groupBy('p.cluster_id')
    .executeTakeFirst();
  const others = Number(row?.posts ?? 1) - 1;
  return row === undefined || row.cluster_id === null || others < 1
    ? null
    : { clusterId: row.cluster_id, others };
}
