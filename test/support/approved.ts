import { decideResponse, setOutcome } from '#drafting/index.ts';
import type { DbContext } from '#db/context.ts';
import { decide, leaseNext, readItem, submitDraft } from '#review/index.ts';

/** A drafter decides to answer the drafted claim of an analysed post and puts the draft up for review. */
export async function submitForReview(drafter: DbContext, postId: string): Promise<string> {
  const { draft } = await readItem(drafter, postId);
  if (draft === null) throw new Error('this post has no draft');
  await decideResponse(drafter, { postId, decision: 'respond', reason: 'Lan rộng.' });
  const outcome = 'CONTRADICTED';
  await setOutcome(drafter, { claimId: draft.claim_id, outcome, reason: 'Số khác.' });
  await submitDraft(drafter, { postId, contentSha256: draft.content_sha256 });
  return draft.content_sha256;
}

/** Two reviewers approve what is in review; nothing else may be. Returns the approval's id. */
export async function approveInReview(
  reviewers: readonly DbContext[],
  postId: string,
): Promise<string> {
  for (const reviewer of reviewers) {
    const lease = await leaseNext(reviewer, { leaseMs: 60_000 });
    if (lease?.postId !== postId) throw new Error('another item came up');
    const { draft } = await readItem(reviewer, postId);
    const { approvalId } = await decide(reviewer, {
      itemId: lease.itemId,
      leaseToken: lease.token,
      fence: lease.fence,
      contentSha256: draft?.content_sha256 ?? '',
      verdict: 'approve',
      reason: 'Đã đọc từng câu.',
      labels: (draft?.sentences ?? []).map(({ ordinal }) => ({ ordinal, label: 'supported' })),
    });
    if (approvalId !== null) return approvalId;
  }
  throw new Error('nothing was approved');
}
