import { appendAudit } from '#audit/index.ts';
import { withTransaction } from '#db/transaction.ts';
import {
  type Analysis,
  analysePosts,
  enqueueModelJobs,
  type LanguageModelContext,
  type PostToAnalyse,
  storeAnalysis,
} from '#drafting/index.ts';
import { newId } from '#platform/ids.ts';
import { assignCluster } from '#posts/index.ts';
import type { RetrievalContext } from '#retrieval/index.ts';

/**
 * Analyses received posts and puts each into the review queue, once: a post that is no longer RECEIVED
 * is left alone, so running this twice, or after a kill, changes nothing. Each post has its own
 * transaction. Returns the posts that failed, with the error.
 */
export async function admitPosts(
  ctx: RetrievalContext & LanguageModelContext,
  postIds: readonly string[],
  options: { signal?: AbortSignal } = {},
): Promise<Map<string, unknown>> {
  const startedAt = ctx.clock().getTime();
  const failed = new Map<string, unknown>();
  if (postIds.length === 0) return failed;
  const posts = await ctx.db
    .selectFrom('post')
    .select(['id', 'text', 'language'])
    .where('id', 'in', [...postIds])
    .where('state', '=', 'RECEIVED')
    .execute();
  const analyses = await analyseApart(ctx, posts, failed, options);
  // What one post cost, out of a batch that was embedded together.
  const msPerPost = Math.round((ctx.clock().getTime() - startedAt) / Math.max(1, posts.length));
  for (const analysis of analyses) {
    try {
      await admit(ctx, analysis, msPerPost);
    } catch (error) {
      failed.set(analysis.post.id, error);
    }
  }
  return failed;
}

/** Together if that works; else one by one, so that a post that cannot be analysed holds up no other. */
async function analyseApart(
  ctx: RetrievalContext,
  posts: readonly PostToAnalyse[],
  failed: Map<string, unknown>,
  options: { signal?: AbortSignal },
): Promise<Analysis[]> {
  try {
    return await analysePosts(ctx, posts, options);
  } catch (error) {
    options.signal?.throwIfAborted();
    const [only, ...others] = posts;
    if (only === undefined) return [];
    if (others.length === 0) {
      failed.set(only.id, error);
      return [];
    }
  }
  const analyses: Analysis[] = [];
  for (const post of posts) analyses.push(...(await analyseApart(ctx, [post], failed, options)));
  return analyses;
}

async function admit(
  ctx: RetrievalContext & LanguageModelContext,
  analysis: Analysis,
  analysisMs: number,
): Promise<void> {
  await withTransaction(ctx, async (ctx) => {
    const at = ctx.clock();
    const post = await ctx.db
      .updateTable('post')
      .set({
        state: analysis.draft === null ? 'ANALYSED' : 'IN_DRAFT',
        analysed_at: at,
        analysis_ms: analysisMs,
      })
      .where('id', '=', analysis.post.id)
      .where('state', '=', 'RECEIVED')
      .returning('id')
      .executeTakeFirst();
    if (post === undefined) return;
    const entries = await storeAnalysis(ctx, analysis);
    const itemId = newId();
    await ctx.db
      .insertInto('review_item')
      .values({
        id: itemId,
        post_id: post.id,
        round: 1,
        fence: 0,
        lease_token_sha256: null,
        leased_by: null,
        leased_until: null,
        created_at: at,
      })
      .execute();
    await enqueueModelJobs(ctx, {
      postId: post.id,
      hasDraft: analysis.draft !== null,
      hasClaims: analysis.claims.length > 0,
    });
    await assignCluster(ctx, post.id);
    await appendAudit(ctx, [
      ...entries,
      {
        action: 'review_item.created',
        entityType: 'review_item',
        entityId: itemId,
        details: { post: post.id },
      },
    ]);
  });
}
