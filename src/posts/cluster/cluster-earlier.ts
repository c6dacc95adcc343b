import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { assignCluster } from './assign-cluster.ts';

export const clusterPostsJob = 'cluster-posts';

const batchSize = 100;

/** Puts posts that were analysed before clusters were kept into clusters, oldest first. Returns how many. */
export async function clusterEarlier(
  ctx: DbContext,
  options: { signal?: AbortSignal } = {},
): Promise<number> {
  for (let done = 0; ;) {
    options.signal?.throwIfAborted();
    const posts = await ctx.db
      .selectFrom('post')
      .select('id')
      .where('cluster_id', 'is', null)
      .where('analysed_at', 'is not', null)
      .where('golden', '=', false)
      .orderBy('id')
      .limit(batchSize)
      .execute();
    await withTransaction(ctx, async (ctx) => {
      for (const { id } of posts) await assignCluster(ctx, id);
    });
    done += posts.length;
    if (posts.length < batchSize) return done;
  }
}
