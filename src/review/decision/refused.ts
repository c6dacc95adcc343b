import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { AppError } from '#platform/errors.ts';
import { asFourEyesError } from '../four-eyes-error.ts';

/** Why somebody was refused: a closed list. */
export type RefusalReason =
  | 'lease_not_held'
  | 'other_content'
  | 'already_decided'
  | 'had_part'
  | 'not_reviewer'
  | 'one_person'
  | 'clock'
  | 'four_eyes'
  | 'no_permission'
  | 'no_scope';

/** The triggers' words; any other of theirs is `four_eyes`. */
const reasonOfWords: Readonly<Record<string, RefusalReason>> = {
  'this person is no reviewer now': 'not_reviewer',
  'one of the two is no reviewer now': 'not_reviewer',
  'the reviewer contributed to this draft': 'had_part',
  'a reviewer contributed to this draft': 'had_part',
  'this person has already decided on this draft': 'already_decided',
  'you have already decided on this draft': 'already_decided',
  'both reviewers are one person': 'one_person',
  'the clocks of the service and of its database differ': 'clock',
  'the decision is not about the current content': 'other_content',
  'the reviewer does not hold this item': 'lease_not_held',
};

/** Null: no attempt to get round the rules, only a mistake or an outage. */
export function refusalReasonOf(error: unknown): RefusalReason | null {
  if (!(error instanceof AppError)) return null;
  if (error.code === 'conflict') {
    if (error.field === 'lease_token') return 'lease_not_held';
    return error.field === 'content_sha256' ? 'other_content' : null;
  }
  if (error.code !== 'forbidden') return null;
  if (error.message.startsWith('this key may not be used for it')) return 'no_scope';
  if (/\([a-z_]+\.[a-z_]+\)$/.test(error.message)) return 'no_permission';
  return reasonOfWords[error.message] ?? 'four_eyes';
}

/** What was to be decided about; null: no item that there is. */
export interface Attempted {
  readonly itemId: string | null;
  readonly fence?: number;
}

/**
 * Runs a verb of the review. What was refused rolled back with its transaction, so the attempt is
 * recorded in one of its own before the refusal goes on to the caller.
 */
export async function recordingRefusals<T>(
  ctx: DbContext,
  attempted: Attempted,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (caught) {
    const error = asFourEyesError(caught);
    await recordRefused(ctx, attempted, error);
    throw error;
  }
}

/**
 * Appends `review.refused` for an error that refuses; nothing for any other. At most one event for a
 * person, reason and item in a minute: the rest is counted and told by the next, so nobody can flood the
 * trail. Inside a caller's transaction, which is lost, nothing can be kept.
 */
export async function recordRefused(
  ctx: DbContext,
  attempted: Attempted,
  error: unknown,
): Promise<void> {
  const reason = refusalReasonOf(error);
  const { userId, credential } = ctx.actor;
  if (reason === null || userId === null || ctx.db.isTransaction) return;
  await withTransaction(ctx, async (ctx) => {
    const entityId = await knownItem(ctx, attempted.itemId);
    const before = await countRefusal(ctx, { userId, reason, entityId });
    if (before === null) return;
    await appendAudit(ctx, [
      {
        action: 'review.refused',
        entityType: 'review_item',
        entityId,
        details: {
          reason,
          ...(attempted.fence === undefined ? {} : { fence: attempted.fence }),
          ...(credential === undefined
            ? {}
            : { credential: { kind: credential.kind, id: credential.id } }),
          ...(before === 0 ? {} : { not_recorded_before: before }),
        },
      },
    ]);
  });
}

/** Only items that there are: an invented one would be a new subject with every attempt. */
async function knownItem(ctx: DbContext, itemId: string | null): Promise<string> {
  if (itemId === null) return 'none';
  const item = await ctx.db
    .selectFrom('review_item')
    .select('id')
    .where('id', '=', itemId)
    .executeTakeFirst();
  return item?.id ?? 'none';
}

const apartMs = 60_000;

/** How many attempts went unrecorded before this one; null: this one is not recorded either. */
async function countRefusal(
  ctx: DbContext,
  { userId, reason, entityId }: { userId: string; reason: RefusalReason; entityId: string },
): Promise<number | null> {
  const now = ctx.clock();
  const inserted = await ctx.db
    .insertInto('refusal_count')
    .values({ user_id: userId, reason, entity_id: entityId, recorded_at: now, since: 0 })
    .onConflict((conflict) => conflict.columns(['user_id', 'reason', 'entity_id']).doNothing())
    .returning('since')
    .executeTakeFirst();
  if (inserted !== undefined) return 0;
  const row = await ctx.db
    .selectFrom('refusal_count')
    .select(['recorded_at', 'since'])
    .where('user_id', '=', userId)
    .where('reason', '=', reason)
    .where('entity_id', '=', entityId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const due = Math.abs(now.getTime() - row.recorded_at.getTime()) >= apartMs;
  await ctx.db
    .updateTable('refusal_count')
    .set(due ? { recorded_at: now, since: 0 } : { since: row.since + 1 })
    .where('user_id', '=', userId)
    .where('reason', '=', reason)
    .where('entity_id', '=', entityId)
    .execute();
  return due ? row.since : null;
}
