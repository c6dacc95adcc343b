import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import type { LabelledSentence, Verdict } from '#db/schema/index.ts';
import { ForbiddenError } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { giveUpLease } from '../decision/give-up-lease.ts';
import { compareGolden, type GoldenResult } from './golden-result.ts';

export interface GoldenJudgement {
  readonly itemId: string;
  readonly postId: string;
  readonly fence: number;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly labels: readonly LabelledSentence[];
}

/** Whether a post is a golden one. */
export async function isGolden(ctx: Pick<DbContext, 'db'>, postId: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('golden_item')
    .select('post_id')
    .where('post_id', '=', postId)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Records the judgement of a golden item in the caller's transaction, which holds its lease, and gives the
 * lease up: the item is judged once by each person and stays in review for the others.
 * The caller has checked that every sentence has one label. @throws ForbiddenError the second time.
 */
export async function recordGolden(ctx: DbContext, input: GoldenJudgement): Promise<GoldenResult> {
  const { userId } = ctx.actor;
  if (userId === null) throw new ForbiddenError('only a person can review');
  const item = await ctx.db
    .selectFrom('golden_item')
    .select(['fault', 'expected_labels', 'expected_verdict'])
    .where('post_id', '=', input.postId)
    .executeTakeFirstOrThrow();
  await refuseTwice(ctx, userId, input.postId);
  const result = compareGolden(
    { fault: item.fault, verdict: item.expected_verdict, labels: item.expected_labels },
    input,
  );
  await ctx.db
    .insertInto('golden_decision')
    .values({
      id: newId(),
      post_id: input.postId,
      reviewer: userId,
      verdict: input.verdict,
      reason: input.reason,
      labels: JSON.stringify(input.labels),
      right_verdict: result.rightVerdict,
      right_labels: result.rightLabels,
      decided_at: ctx.clock(),
    })
    .execute();
  await giveUpLease(ctx, input);
  await appendAudit(ctx, [
    {
      action: 'golden.decided',
      entityType: 'golden_item',
      entityId: input.postId,
      details: {
        item: input.itemId,
        fence: input.fence,
        verdict: input.verdict,
        right_verdict: result.rightVerdict,
      },
    },
  ]);
  return result;
}

async function refuseTwice(ctx: DbContext, userId: string, postId: string): Promise<void> {
  const earlier = await ctx.db
    .selectFrom('golden_decision as g')
    .innerJoin('app_user as u', 'u.id', 'g.reviewer')
    .innerJoin('app_user as me', 'me.person', 'u.person')
    .select('g.id')
    .where('g.post_id', '=', postId)
    .where('me.id', '=', userId)
    .executeTakeFirst();
  if (earlier === undefined) return;
  throw new ForbiddenError('you have already decided on this draft', {
    remedy: 'The second decision is another reviewer’s.',
  });
}
