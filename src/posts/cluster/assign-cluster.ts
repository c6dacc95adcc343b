import type { DbContext } from '#db/context.ts';
import { keyArray, lockClusters, sharingKeys } from './cluster-queries.ts';
import { nearCopy } from './near-copy.ts';
import { nearKeys } from './near-keys.ts';
import { nearText } from './near-text.ts';

/** First posts looked at; beyond them, wordings so common that a further cluster does no harm. */
const mostCandidates = 50;

/**
 * Puts an analysed post into the cluster whose first post it is most like, or begins one, once; in the
 * caller's transaction, shortly before its audit entry, because nobody else assigns until it ends. Copies
 * are compared with the first post only: a chain of small changes does not end far from where it began.
 * Golden posts are left out.
 */
export async function assignCluster(ctx: DbContext, postId: string): Promise<void> {
  const post = await ctx.db
    .selectFrom('post')
    .select('text')
    .where('id', '=', postId)
    .where('cluster_id', 'is', null)
    .where('golden', '=', false)
    .executeTakeFirst();
  if (post === undefined) return;
  const text = nearText(post.text);
  const keys = nearKeys(text);
  await lockClusters(ctx);
  const candidates =
    keys.length === 0 ? [] : await sharingKeys(ctx, keys, mostCandidates).execute();
  const [best] = candidates
    .flatMap(({ id, text: first }) => {
      const likeness = nearCopy(nearText(first), text);
      return likeness === null ? [] : [{ id, likeness }];
    })
    .toSorted((a, b) => b.likeness - a.likeness);
  const clusterId = best?.id ?? postId;
  const joined = await ctx.db
    .updateTable('post')
    .set({ cluster_id: clusterId })
    .where('id', '=', postId)
    .where('cluster_id', 'is', null)
    .returning('submission_count as submissions')
    .executeTakeFirst();
  if (joined === undefined) return;
  if (best === undefined) {
    await ctx.db
      .insertInto('post_cluster')
      .values({ id: postId, near_keys: keyArray(keys), posts: 1, submissions: joined.submissions })
      .execute();
    return;
  }
  await ctx.db
    .updateTable('post_cluster')
    .set((eb) => ({
      posts: eb('posts', '+', 1),
      submissions: eb('submissions', '+', joined.submissions),
    }))
    .where('id', '=', clusterId)
    .execute();
}
