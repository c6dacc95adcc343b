import { type DbContext } from '#db/context.ts';
import { newId } from '#platform/ids.ts';
import { createUser } from '#identity/index.ts';

export interface QuotedPassage {
  readonly versionId: string;
  readonly passageId: number;
  /** Code points into the canonical text. */
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

const batchSize = 100;

/**
 * Approved answers, each quoting the passages given for it, written as the road of a post would have
 * written them; every trigger of the database looks at them. Many times faster than walking the road.
 */
export async function storeApprovedAnswers(
  ctx: DbContext,
  answers: readonly (readonly QuotedPassage[])[],
): Promise<void> {
  const drafter = (await createUser(ctx, { name: 'bench-drafter', roles: ['drafter'] })).userId;
  const first = (await createUser(ctx, { name: 'bench-first', roles: ['reviewer'] })).userId;
  const second = (await createUser(ctx, { name: 'bench-second', roles: ['reviewer'] })).userId;
  for (let start = 0; start < answers.length; start += batchSize) {
    const batch = answers.slice(start, start + batchSize).map((quotes) => ({
      quotes,
      postId: newId(),
      claimId: newId(),
      draftId: newId(),
      itemId: newId(),
      hash: newId().replaceAll('-', '').repeat(2),
    }));
    await storeDrafts(ctx, batch, drafter);
    await storeApprovals(ctx, batch, [first, second]);
  }
}

interface Answer {
  readonly quotes: readonly QuotedPassage[];
  readonly postId: string;
  readonly claimId: string;
  readonly draftId: string;
  readonly itemId: string;
  readonly hash: string;
}

async function storeDrafts(ctx: DbContext, batch: readonly Answer[], drafter: string) {
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
    state: 'IN_REVIEW' as const,
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

async function storeApprovals(
  ctx: DbContext,
  batch: readonly Answer[],
  [first, second]: readonly [string, string],
): Promise<void> {
  const at = ctx.clock();
  const items = batch.map(({ itemId, postId }) => ({
    id: itemId,
    post_id: postId,
    round: 1,
    fence: 2,
    lease_token_sha256: null,
    leased_by: null,
    leased_until: null,
    created_at: at,
  }));
  await ctx.db.insertInto('review_item').values(items).execute();
  const decisions = batch.flatMap(({ itemId, draftId, hash }) =>
    [first, second].map((reviewer, index) => ({
      id: newId(),
      review_item_id: itemId,
      draft_id: draftId,
      content_sha256: hash,
      reviewer,
      stage: index + 1,
      verdict: 'approve' as const,
      reason: 'bench',
      labels: JSON.stringify([]),
      decided_at: at,
    })),
  );
  await ctx.db.insertInto('review_decision').values(decisions).execute();
  const approvals = batch.map(({ postId, draftId, hash }) => ({
    id: newId(),
    post_id: postId,
    draft_id: draftId,
    content_sha256: hash,
    first_reviewer: first,
    second_reviewer: second,
    status: 'in_force' as const,
    approved_at: at,
  }));
  await ctx.db.insertInto('approval').values(approvals).execute();
  await ctx.db
    .updateTable('post')
    .set({ state: 'APPROVED' })
    .where(
      'id',
      'in',
      batch.map(({ postId }) => postId),
    )
    .execute();
}
