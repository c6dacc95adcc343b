import type { DbContext } from '#db/context.ts';
import type { PostState, Verdict } from '#db/schema/index.ts';
import { NotFoundError } from '#platform/errors.ts';
import { citesEnded } from './cites-ended.ts';
import { decisionsOn } from './decision/read-decisions.ts';
import { similarDecided } from './similar-queries.ts';
import { mayLookAgain } from './third-look/pending-third-looks.ts';

const mostShown = 20;
/**
 * Cosine, -1 to 1. Of hand-made pairs with the bundled model: 14 that claim the same in other words have .59
 * to .87, 8 on the same subject .36 to .72, and of 557 on different subjects the highest has .61.
 */
const leastSimilarity = 0.62;

export interface SimilarDecision {
  readonly postId: string;
  readonly state: PostState;
  /** The claim its draft answers. */
  readonly claimText: string;
  readonly language: string;
  /** Cosine of the two claims, -1 to 1. */
  readonly similarity: number;
  readonly decidedAt: Date;
  /** Both, in order. */
  readonly reviews: ReadonlyArray<{
    readonly reviewer: string;
    readonly verdict: Verdict;
    readonly reason: string;
  }>;
  /** Whether everything its draft quotes is in force and citable today. */
  readonly sourcesInForce: boolean;
}

/**
 * What was decided about the most similar claims of other posts, nearest first; the claim is the one the
 * newest draft answers. Only where both reviews are in, and not where the acting reviewer may still be
 * asked for a third look. @throws NotFoundError
 */
export async function similarDecisions(
  ctx: DbContext,
  input: { postId: string; limit?: number },
): Promise<SimilarDecision[]> {
  const { postId, limit = 5 } = input;
  const post = await ctx.db
    .selectFrom('post as p')
    .leftJoin('draft as d', 'd.post_id', 'p.id')
    .select(['d.claim_id', 'p.golden'])
    .where('p.id', '=', postId)
    .orderBy('d.revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (post === undefined) throw new NotFoundError('no such post', { field: 'post' });
  // What was decided about the answer a golden item is made from would tell what is right.
  if (post.claim_id === null || post.golden) return [];
  const asked = {
    claimId: post.claim_id,
    postId,
    least: leastSimilarity,
    limit: Math.min(limit, mostShown),
  };
  const { rows } = await similarDecided(asked).execute(ctx.db);
  if (rows.length === 0) return [];
  const reviews = await decisionsOn(
    ctx,
    rows.map((row) => row.draft_id),
  );
  const found: SimilarDecision[] = [];
  for (const row of rows) {
    if (await mayLookAgain(ctx, row.draft_id)) continue;
    found.push({
      postId: row.post_id,
      state: row.state,
      claimText: row.claim_text,
      language: row.language,
      similarity: row.similarity,
      decidedAt: row.decided_at,
      reviews: reviews
        .filter((review) => review.draft_id === row.draft_id)
        .map(({ reviewer, verdict, reason }) => ({ reviewer, verdict, reason })),
      sourcesInForce: !(await citesEnded(ctx, row.draft_id)),
    });
  }
  return found;
}
