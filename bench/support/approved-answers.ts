import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { fromDatabaseNow } from '#db/database-clock.ts';
import { withTransaction } from '#db/transaction.ts';
import { createUser } from '#identity/index.ts';
import { newId } from '#platform/ids.ts';
import {
  type QuotedPassage,
  type ReviewableItem,
  storeReviewableItems,
} from './reviewable-items.ts';

const batchSize = 100;

/** Approved answers, each quoting the passages given for it, decided as two reviewers would have. */
export async function storeApprovedAnswers(
  ctx: DbContext,
  answers: readonly (readonly QuotedPassage[])[],
): Promise<void> {
  const person = async (name: string, role: 'drafter' | 'reviewer'): Promise<DbContext> => ({
    ...ctx,
    actor: await createUser(ctx, { name: `bench-${name}`, roles: [role] }),
  });
  const drafter = await person('drafter', 'drafter');
  const first = await person('first', 'reviewer');
  const second = await person('second', 'reviewer');
  const items = await storeReviewableItems(ctx, answers, drafter.actor.userId as string);
  for (let start = 0; start < items.length; start += batchSize) {
    const batch = items.slice(start, start + batchSize);
    await withTransaction(first, (first) => storeDecisions(first, batch, 1));
    await withTransaction(second, async (second) => {
      await storeDecisions(second, batch, 2);
      await storeApprovals(second, batch, first.actor.userId as string);
    });
  }
}

/** Under a lease, as the database wants it; the lease is the item's last. */
async function storeDecisions(
  ctx: DbContext,
  batch: readonly ReviewableItem[],
  stage: 1 | 2,
): Promise<void> {
  const reviewer = ctx.actor.userId as string;
  await ctx.db
    .updateTable('review_item')
    .set({
      fence: stage,
      lease_token_sha256: 'bench',
      leased_by: reviewer,
      leased_until: fromDatabaseNow(60_000),
    })
    .where(
      'id',
      'in',
      batch.map(({ itemId }) => itemId),
    )
    .execute();
  const decisions = batch.map(({ itemId, draftId, hash, quotes }) => ({
    id: newId(),
    review_item_id: itemId,
    draft_id: draftId,
    content_sha256: hash,
    reviewer,
    stage,
    verdict: 'approve' as const,
    reason: 'bench',
    labels: JSON.stringify(quotes.map((_, ordinal) => ({ ordinal, label: 'supported' }))),
    decided_at: ctx.clock(),
    fence: stage,
    round: 1,
  }));
  await ctx.db.insertInto('review_decision').values(decisions).execute();
  await appendAudit(
    ctx,
    batch.flatMap(({ draftId, itemId }) => [
      { action: 'review_item.leased', entityType: 'review_item', entityId: itemId },
      { action: 'review.decided', entityType: 'draft', entityId: draftId },
    ]),
  );
}

async function storeApprovals(
  ctx: DbContext,
  batch: readonly ReviewableItem[],
  first: string,
): Promise<void> {
  const approvals = batch.map(({ postId, draftId, hash }) => ({
    id: newId(),
    post_id: postId,
    draft_id: draftId,
    content_sha256: hash,
    first_reviewer: first,
    second_reviewer: ctx.actor.userId as string,
    status: 'in_force' as const,
    approved_at: ctx.clock(),
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
  await appendAudit(
    ctx,
    approvals.map(({ id }) => ({
      action: 'approval.given',
      entityType: 'approval',
      entityId: id,
    })),
  );
}
