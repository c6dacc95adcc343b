import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import type { LabelledSentence } from '#db/schema/index.ts';
import { withTransaction } from '#db/transaction.ts';
import { requirePermission } from '#identity/index.ts';
import { requireReason } from '#language/require-reason.ts';
import { ConflictError, ForbiddenError, ValidationError } from '#platform/errors.ts';
import { asFourEyesError } from '../four-eyes-error.ts';

export const thirdLookVerdicts = ['agree', 'disagree'] as const;

export interface ThirdLookInput {
  readonly approvalId: string;
  /** Hash of the draft that was read. */
  readonly contentSha256: string;
  readonly verdict: (typeof thirdLookVerdicts)[number];
  readonly reason: string;
  /** One judgement per sentence; ordinal 0 is the headline. */
  readonly labels: readonly LabelledSentence[];
}

/**
 * A third person's judgement of an approved answer, once. It changes no approval: whoever disagrees tells
 * both reviewers and the drafters, and may revoke.
 * @throws ValidationError | ConflictError when none is awaited any more | ForbiddenError from four eyes
 */
export async function giveThirdLook(ctx: DbContext, input: ThirdLookInput): Promise<void> {
  requirePermission(ctx.actor, 'third_look.give');
  const { userId } = ctx.actor;
  if (userId === null) throw new ForbiddenError('only a person can review');
  const reason = requireReason(input.reason);
  try {
    await withTransaction(ctx, async (ctx) => {
      await checkAwaited(ctx, input);
      await ctx.db
        .updateTable('third_look')
        .set({
          reviewer: userId,
          verdict: input.verdict,
          reason,
          labels: JSON.stringify(input.labels),
          looked_at: ctx.clock(),
        })
        .where('approval_id', '=', input.approvalId)
        .where('looked_at', 'is', null)
        .execute();
      await appendAudit(ctx, [
        {
          action: 'third_look.given',
          entityType: 'approval',
          entityId: input.approvalId,
          details: { verdict: input.verdict },
          after: { content_sha256: input.contentSha256 },
        },
      ]);
    });
  } catch (error) {
    throw asFourEyesError(error);
  }
}

async function checkAwaited(ctx: DbContext, input: ThirdLookInput): Promise<void> {
  const look = await ctx.db
    .selectFrom('third_look as t')
    .innerJoin('approval as a', 'a.id', 't.approval_id')
    .select(['a.draft_id', 'a.status', 'a.content_sha256', 't.looked_at'])
    .where('a.id', '=', input.approvalId)
    .forUpdate('t')
    .executeTakeFirst();
  if (look === undefined || look.looked_at !== null || look.status !== 'in_force') {
    throw new ConflictError('no third look is awaited at this answer', {
      field: 'approval',
      remedy: 'Ask for the next one.',
    });
  }
  if (look.content_sha256 !== input.contentSha256) {
    throw new ConflictError('the draft is not the one you read', {
      field: 'content_sha256',
      remedy: 'Load the answer again and judge what you see there.',
    });
  }
  const sentences = await ctx.db
    .selectFrom('draft_sentence')
    .select('ordinal')
    .where('draft_id', '=', look.draft_id)
    .execute();
  const labelled = new Set(input.labels.map(({ ordinal }) => ordinal));
  const whole =
    labelled.size === input.labels.length &&
    labelled.size === sentences.length &&
    sentences.every(({ ordinal }) => labelled.has(ordinal));
  if (!whole) {
    throw new ValidationError('a sentence is not judged', {
      field: 'labels',
      remedy: 'Give every sentence one label; 0 is the headline.',
    });
  }
  if (input.verdict === 'agree' && input.labels.some(({ label }) => label === 'not_supported')) {
    throw new ValidationError('a sentence you found not supported cannot be agreed with', {
      field: 'labels',
      remedy: 'Disagree, or judge that sentence again.',
    });
  }
}
