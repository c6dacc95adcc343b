import { appendAudit, type AuditEntry } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import type { LabelledSentence, Verdict } from '#db/schema/index.ts';
import { withTransaction } from '#db/transaction.ts';
import { requireReason } from '#language/require-reason.ts';
import { ConflictError } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { lockHeldItem } from '../queue/held-item.ts';
import type { GoldenResult } from '../golden/golden-result.ts';
import { isGolden, recordGolden } from '../golden/record-golden.ts';
import { chooseThirdLook } from '../third-look/choose-third-look.ts';
import { approve, findObstacle } from './approve.ts';
import { checkLabels } from './check-labels.ts';
import { giveUpLease } from './give-up-lease.ts';
import { nextState, type Obstacle, type ReviewedState } from './next-state.ts';
import { recordingRefusals } from './refused.ts';

export interface DecisionInput {
  readonly itemId: string;
  readonly leaseToken: string;
  readonly fence: number;
  /** Hash of the draft the reviewer read. */
  readonly contentSha256: string;
  readonly verdict: Verdict;
  readonly reason: string;
  /** Exactly one judgement per sentence; ordinal 0 is the headline. */
  readonly labels: readonly LabelledSentence[];
}

export interface DecisionResult {
  readonly stage: 1 | 2;
  readonly postState: ReviewedState;
  readonly approvalId: string | null;
  /** Null until both have decided. */
  readonly verdicts: { readonly first: Verdict; readonly second: Verdict } | null;
  /** Why two approvals made none. */
  readonly obstacle: Obstacle | null;
  /** It was a golden item: what was expected; such a decision changes nothing. Null: it was none. */
  readonly golden: GoldenResult | null;
}

/**
 * One reviewer's verdict on the current draft, under their own lease. Whatever the first says, the draft
 * waits for a second person who does not see it; `nextState` says what follows from both.
 * @throws ValidationError naming the sentence that is not judged once, ConflictError when the lease ran
 * out or the draft changed, ForbiddenError from four eyes.
 */
export async function decide(
  ctx: DbContext,
  input: DecisionInput,
  options: { thirdLookShare?: number } = {},
): Promise<DecisionResult> {
  const reason = requireReason(input.reason);
  return recordingRefusals(ctx, { itemId: input.itemId, fence: input.fence }, () =>
    withTransaction(ctx, async (ctx) => {
      const {
        postId,
        round,
        userId: reviewer,
      } = await lockHeldItem(ctx, {
        itemId: input.itemId,
        token: input.leaseToken,
        fence: input.fence,
      });
      const draft = await currentDraft(ctx, postId, input.contentSha256);
      checkLabels(draft.ordinals, input.labels, input.verdict);
      if (await isGolden(ctx, postId)) {
        const golden = await recordGolden(ctx, { ...input, postId, reason });
        return { ...undecided, golden };
      }
      const earlier = await ctx.db
        .selectFrom('review_decision')
        .select(['reviewer', 'verdict'])
        .where('draft_id', '=', draft.id)
        .executeTakeFirst();
      const first = earlier?.verdict ?? input.verdict;
      const second = earlier === undefined ? null : input.verdict;
      const reviewed = {
        postId,
        draft,
        first: earlier?.reviewer ?? reviewer,
        second: reviewer,
      };
      const obstacle =
        nextState(first, second) === 'APPROVED' ? await findObstacle(ctx, reviewed) : null;
      const postState = nextState(first, second, obstacle);
      const stage = second === null ? 1 : 2;
      const decided = await storeDecision(ctx, {
        ...{ input, round, draft, reviewer, reason, stage, obstacle },
        outcome: second === null ? null : { first, second, state: postState },
      });
      await giveUpLease(ctx, input);
      const approval = postState === 'APPROVED' ? await approve(ctx, reviewed) : null;
      if (postState !== 'IN_REVIEW') await leaveReview(ctx, postId, postState);
      if (postState === 'RETURNED') await nextRound(ctx, input.itemId);
      const look =
        approval === null
          ? null
          : await chooseThirdLook(ctx, {
              approvalId: approval.id,
              share: options.thirdLookShare ?? 0,
            });
      const entries = [decided, approval?.entry ?? null, look].filter((entry) => entry !== null);
      await appendAudit(ctx, entries);
      return {
        stage,
        postState,
        approvalId: approval?.id ?? null,
        verdicts: second === null ? null : { first, second },
        obstacle,
        golden: null,
      };
    }),
  );
}

const undecided = {
  stage: 1,
  postState: 'IN_REVIEW',
  approvalId: null,
  verdicts: null,
  obstacle: null,
} as const;

interface CurrentDraft {
  readonly id: string;
  readonly contentSha256: string;
  readonly reviewBy: string | null;
  readonly ordinals: readonly number[];
}

async function currentDraft(
  ctx: DbContext,
  postId: string,
  contentSha256: string,
): Promise<CurrentDraft> {
  const draft = await ctx.db
    .selectFrom('draft')
    .select(['id', 'content_sha256', 'review_by'])
    .where('post_id', '=', postId)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (draft?.content_sha256 !== contentSha256) {
    throw new ConflictError('the draft is not the one you read', {
      field: 'content_sha256',
      remedy: 'Load the item again and judge what you see there.',
    });
  }
  const sentences = await ctx.db
    .selectFrom('draft_sentence')
    .select('ordinal')
    .where('draft_id', '=', draft.id)
    .orderBy('ordinal')
    .execute();
  const ordinals = sentences.map(({ ordinal }) => ordinal);
  return { id: draft.id, contentSha256, reviewBy: draft.review_by, ordinals };
}

/**
 * Stores one decision; returns what the audit trail keeps of it: its hash, and the verdicts once both
 * have decided, so that nobody who reads the trail can tell the first one's before.
 */
async function storeDecision(
  ctx: DbContext,
  decision: {
    readonly input: DecisionInput;
    readonly round: number;
    readonly draft: CurrentDraft;
    readonly reviewer: string;
    readonly reason: string;
    readonly stage: 1 | 2;
    readonly obstacle: Obstacle | null;
    readonly outcome: { first: Verdict; second: Verdict; state: ReviewedState } | null;
  },
): Promise<AuditEntry> {
  const { input, round, draft, reviewer, reason, stage, obstacle, outcome } = decision;
  const { verdict, fence } = input;
  const labels = input.labels.toSorted((a, b) => a.ordinal - b.ordinal);
  const id = newId();
  await ctx.db
    .insertInto('review_decision')
    .values({
      id,
      review_item_id: input.itemId,
      draft_id: draft.id,
      content_sha256: draft.contentSha256,
      reviewer,
      stage,
      verdict,
      reason,
      labels: JSON.stringify(labels),
      decided_at: ctx.clock(),
      fence,
      round,
      obstacle,
    })
    .execute();
  return {
    action: 'review.decided',
    entityType: 'draft',
    entityId: draft.id,
    details: {
      stage,
      item: input.itemId,
      round,
      fence,
      ...outcome,
      ...(obstacle === null ? {} : { obstacle }),
    },
    after: { id, content_sha256: draft.contentSha256, verdict, reason, labels },
  };
}

async function leaveReview(
  ctx: DbContext,
  postId: string,
  state: Exclude<ReviewedState, 'IN_REVIEW'>,
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
