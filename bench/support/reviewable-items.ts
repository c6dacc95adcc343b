import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { newId } from '#platform/ids.ts';

export interface QuotedPassage {
  readonly versionId: string;
  readonly passageId: number;
  /** Code points into the canonical text. */
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** A post in review whose draft quotes the passages given for it, a sentence for each. */
export interface ReviewableItem {
  readonly quotes: readonly QuotedPassage[];
  readonly postId: string;
  readonly claimId: string;
  readonly draftId: string;
  readonly itemId: string;
  readonly hash: string;
}

const batchSize = 100;

/**
 * Posts in review, each with a draft that quotes the passages given for it, written as the road of a post
 * would have written them; every trigger of the database looks at them. Many times faster than the road.
 */
export async function storeReviewableItems(
  ctx: DbContext,
  answers: readonly (readonly QuotedPassage[])[],
  drafter: string,
): Promise<ReviewableItem[]> {
  const stored: ReviewableItem[] = [];
  for (let start = 0; start < answers.length; start += batchSize) {
    const batch = answers.slice(start, start + batchSize).map((quotes) => ({
      quotes,
      postId: newId(),
      claimId: newId(),
      draftId: newId(),
      itemId: newId(),
      hash: newId().replaceAll('-', '').repeat(2),
    }));
    await withTransaction(ctx, async (ctx) => {
      await storeDrafts(ctx, batch, drafter);
      await openForReview(ctx, batch);
    });
    stored.push(...batch);
  }
  return stored;
}

async function storeDrafts(ctx: DbContext, batch: readonly ReviewableItem[], drafter: string) {
  const at = ctx.clock();
  const posts = batch.map(({ postId, hash }) => ({
    id: postId,
    content_sha256: hash,
    text: `Bài đăng ${hash}`,
    language: 'vi',
    platform: null,
    canonical_url: null,
    posted_at: null,
    masked: JSON.stringify({}),
    submission_count: 1,
    state: 'IN_DRAFT' as const,
    received_at: at,
    analysed_at: at,
    analysis_ms: 1,
  }));
  await ctx.db.insertInto('post').values(posts).execute();
  const claims = batch.map(({ postId, claimId, hash }) => ({
    id: claimId,
    post_id: postId,
    ordinal: 0,
    start_offset: 0,
    end_offset: 10,
    text: `Bài đăng ${hash}`,
    language: 'vi',
    kind: 'statement',
    checkable: true,
    reasons: [],
  }));
  await ctx.db.insertInto('claim').values(claims).execute();
  const assessments = batch.map(({ claimId }) => ({
    id: newId(),
    claim_id: claimId,
    outcome: 'CONTRADICTED' as const,
    suggestion: null,
    reasons: [],
    decided_by: drafter,
    decided_at: at,
    current: true,
    threshold: null,
  }));
  await ctx.db.insertInto('assessment').values(assessments).execute();
  const responses = batch.map(({ postId }) => ({
    id: newId(),
    post_id: postId,
    decision: 'respond' as const,
    reason: 'bench',
    decided_by: drafter,
    decided_at: at,
    current: true,
  }));
  await ctx.db.insertInto('response_decision').values(responses).execute();
  const drafts = batch.map(({ postId, claimId, draftId, hash }) => ({
    id: draftId,
    post_id: postId,
    claim_id: claimId,
    revision: 1,
    language: 'vi',
    audience: 'domestic' as const,
    content_sha256: hash,
    drafter: 'extractive' as const,
    gate: JSON.stringify({}),
    created_by: null,
    created_at: at,
  }));
  await ctx.db.insertInto('draft').values(drafts).execute();
  const sentences = batch.flatMap(({ draftId, quotes }) =>
    quotes.map(({ quote }, ordinal) => ({
      draft_id: draftId,
      ordinal,
      role: 'FACT' as const,
      text: quote,
    })),
  );
  await ctx.db.insertInto('draft_sentence').values(sentences).execute();
  const citations = batch.flatMap(({ draftId, quotes }) =>
    quotes.map(({ quote, ...place }, ordinal) => ({
      draft_id: draftId,
      sentence_ordinal: ordinal,
      ordinal: 0,
      version_id: place.versionId,
      passage_id: place.passageId,
      start_offset: place.start,
      end_offset: place.end,
      quote,
    })),
  );
  await ctx.db.insertInto('citation').values(citations).execute();
}

async function openForReview(ctx: DbContext, batch: readonly ReviewableItem[]): Promise<void> {
  const items = batch.map(({ itemId, postId }) => ({
    id: itemId,
    post_id: postId,
    round: 1,
    fence: 0,
    lease_token_sha256: null,
    leased_by: null,
    leased_until: null,
    created_at: ctx.clock(),
  }));
  await ctx.db.insertInto('review_item').values(items).execute();
  await ctx.db
    .updateTable('post')
    .set({ state: 'IN_REVIEW' })
    .where(
      'id',
      'in',
      batch.map(({ postId }) => postId),
    )
    .execute();
}
