import { appendAudit, type AuditEntry } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { databaseNow } from '#db/database-clock.ts';
import type { SentenceLabel, Verdict } from '#db/schema/index.ts';
import { withTransaction } from '#db/transaction.ts';
import { requireReason } from '#language/require-reason.ts';
import { ConflictError, ForbiddenError, ValidationError } from '#platform/errors.ts';
import { sha256Hex } from '#platform/hash.ts';
import { newId } from '#platform/ids.ts';
import { asFourEyesError } from './four-eyes-error.ts';
import { keepWordings } from './reuse/keep-wordings.ts';

export const verdicts = ['approve', 'return', 'decline'] as const satisfies readonly Verdict[];
export const sentenceLabels = [
  'supported',
  'not_supported',
  'unclear',
  'tone',
] as const satisfies readonly SentenceLabel[];

export interface DecisionInput {
  readonly itemId: string;
  readonly leaseToken: string;
  readonly fence: number;
  /** Hash of the draft the reviewer read. */
  readonly contentSha256: string;
  readonly verdict: Verdict;
  readonly reason: string;
  /** One judgement per sentence; ordinal 0 is the headline. */
  readonly labels: ReadonlyArray<{
    readonly ordinal: number;
    readonly label: SentenceLabel;
  }>;
}

export interface DecisionResult {
  readonly stage: 1 | 2;
  readonly postState: 'IN_REVIEW' | 'APPROVED' | 'RETURNED' | 'DECLINED';
  readonly approvalId: string | null;
}

interface CurrentDraft {
  readonly id: string;
  readonly contentSha256: string;
}

/**
 * One reviewer's verdict on the current draft, under their own lease. `return` sends it back at once;
 * approving or declining needs a second, different person of the same mind; two who disagree return it.
 * @throws ValidationError when an approved sentence is labelled not supported, ConflictError when the
 * lease ran out or the draft changed, ForbiddenError from four eyes.
 */
export async function decide(ctx: DbContext, input: DecisionInput): Promise<DecisionResult> {
  const reviewer = ctx.actor.userId;
  if (reviewer === null) throw new ForbiddenError('only a person can review');
  const reason = requireReason(input.reason);
  if (input.verdict === 'approve' && input.labels.some(({ label }) => label === 'not_supported')) {
    throw new ValidationError('a sentence you found not supported cannot be approved', {
      field: 'labels',
      remedy: 'Return or decline the draft, or judge that sentence again.',
    });
  }
  const tokenSha256 = await sha256Hex(input.leaseToken);
  try {
    return await withTransaction(ctx, async (ctx) => {
      const item = await holdLease(ctx, input, reviewer, tokenSha256);
      const draft = await currentDraft(ctx, item.post_id, input.contentSha256);
      const earlier = await ctx.db
        .selectFrom('review_decision')
        .select(['reviewer', 'verdict'])
        .where('draft_id', '=', draft.id)
        .executeTakeFirst();
      const stage = earlier === undefined ? 1 : 2;
      await ctx.db
        .insertInto('review_decision')
        .values({
          id: newId(),
          review_item_id: input.itemId,
          draft_id: draft.id,
          content_sha256: draft.contentSha256,
          reviewer,
          stage,
          verdict: input.verdict,
          reason,
          labels: JSON.stringify(input.labels),
          decided_at: ctx.clock(),
          fence: input.fence,
          round: item.round,
        })
        .execute();
      await giveUpLease(ctx, input);
      const entries: AuditEntry[] = [
        {
          action: 'review.decided',
          entityType: 'draft',
          entityId: draft.id,
          details: { stage, verdict: input.verdict, item: input.itemId, fence: input.fence },
          after: { content_sha256: draft.contentSha256 },
        },
      ];
      const postState = nextState(input.verdict, earlier?.verdict ?? null);
      const approvalId =
        postState === 'APPROVED' && earlier !== undefined
          ? await approve(ctx, item.post_id, draft, earlier.reviewer, reviewer)
          : null;
      if (postState !== 'IN_REVIEW') await leaveReview(ctx, item.post_id, postState);
      if (postState === 'RETURNED') await nextRound(ctx, input.itemId);
      if (approvalId !== null) {
        entries.push({
          action: 'approval.given',
          entityType: 'approval',
          entityId: approvalId,
          details: { draft: draft.id },
          after: { content_sha256: draft.contentSha256 },
        });
      }
      await appendAudit(ctx, entries);
      return { stage, postState, approvalId };
    });
  } catch (error) {
    throw asFourEyesError(error);
  }
}

function nextState(verdict: Verdict, earlier: Verdict | null): DecisionResult['postState'] {
  if (verdict === 'return') return 'RETURNED';
  if (earlier === null) return 'IN_REVIEW';
  if (verdict !== earlier) return 'RETURNED';
  return verdict === 'approve' ? 'APPROVED' : 'DECLINED';
}

/** Locks the item for this transaction: an answer counts once, and only while its lease runs. */
async function holdLease(
  ctx: DbContext,
  input: DecisionInput,
  reviewer: string,
  tokenSha256: string,
): Promise<{ post_id: string; round: number }> {
  const item = await ctx.db
    .selectFrom('review_item')
    .select(['post_id', 'round'])
    .where('id', '=', input.itemId)
    .where('lease_token_sha256', '=', tokenSha256)
    .where('fence', '=', input.fence)
    .where('leased_by', '=', reviewer)
    .where('leased_until', '>', databaseNow)
    .forUpdate()
    .executeTakeFirst();
  if (item !== undefined) return item;
  throw new ConflictError('you do not hold this item any more', {
    field: 'lease_token',
    remedy: 'Take the next item from the queue; what ran out has returned to it.',
  });
}

/** After the decision: the database takes it only from who holds the lease. */
async function giveUpLease(ctx: DbContext, input: DecisionInput): Promise<void> {
  await ctx.db
    .updateTable('review_item')
    .set({ lease_token_sha256: null, leased_by: null, leased_until: null, heartbeat_at: null })
    .where('id', '=', input.itemId)
    .where('fence', '=', input.fence)
    .execute();
}

async function currentDraft(
  ctx: DbContext,
  postId: string,
  contentSha256: string,
): Promise<CurrentDraft> {
  const draft = await ctx.db
    .selectFrom('draft')
    .select(['id', 'content_sha256'])
    .where('post_id', '=', postId)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (draft?.content_sha256 === contentSha256) return { id: draft.id, contentSha256 };
  throw new ConflictError('the draft is not the one you read', {
    field: 'content_sha256',
    remedy: 'Load the item again and judge what you see there.',
  });
}

async function approve(
  ctx: DbContext,
  postId: string,
  draft: CurrentDraft,
  first: string,
  second: string,
): Promise<string> {
  const id = newId();
  await ctx.db
    .insertInto('approval')
    .values({
      id,
      post_id: postId,
      draft_id: draft.id,
      content_sha256: draft.contentSha256,
      first_reviewer: first,
      second_reviewer: second,
      status: 'in_force',
      approved_at: ctx.clock(),
    })
    .execute();
  await keepWordings(ctx, { approvalId: id });
  return id;
}

async function leaveReview(
  ctx: DbContext,
  postId: string,
  state: 'APPROVED' | 'RETURNED' | 'DECLINED',
): Promise<void> {
  const post = await ctx.db
    .updateTable('post')
    .set({ state })
    .where('id', '=', postId)
    .where('state', '=', 'IN_REVIEW')
    .returning('id')
    .executeTakeFirst();
  if (post === undefined) throw new ConflictError('this post is not in review', { field: 'item' });
}

async function nextRound(ctx: DbContext, itemId: string): Promise<void> {
  await ctx.db
    .updateTable('review_item')
    .set((eb) => ({ round: eb('round', '+', 1) }))
    .where('id', '=', itemId)
    .execute();
}
