import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { isoDay } from '#platform/clock.ts';
import { ConflictError, ForbiddenError, ValidationError } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { alignPassages, type PassagePair } from './align-passages.ts';
import { type ChosenVersion, chooseVersion, type VersionChoice } from './choose-version.ts';
import { readAlignable } from './read-alignable.ts';

export type { VersionChoice } from './choose-version.ts';

export interface ProposedAlignment {
  /** Null in a dry run. */
  readonly alignmentId: string | null;
  readonly pairs: number;
  /** Passages without a counterpart. */
  readonly leftAlone: number;
  readonly rightAlone: number;
}

/** Rows of one insert; a statement takes 65,535 parameters. */
const chunkSize = 5_000;

/**
 * Aligns two versions in different languages passage by passage and proposes the result; a second
 * person approves it (`approveAlignment`). The pairs are computed anew: one alignment of two versions
 * waits or is in force at a time.
 * @throws NotFoundError, ValidationError for one document or one language, ConflictError for a version
 * that has ended, a second alignment, or texts that have nothing in common
 */
export async function proposeAlignment(
  ctx: DbContext,
  input: { left: VersionChoice; right: VersionChoice; dryRun?: boolean },
): Promise<ProposedAlignment> {
  const userId = ctx.actor.userId;
  if (userId === null) throw new ForbiddenError('a proposal belongs to a user');
  const today = isoDay(ctx.clock());
  const left = await chooseVersion(ctx, input.left, { field: 'left', today });
  const right = await chooseVersion(ctx, input.right, { field: 'right', today });
  refuseSame(left, right);
  const [ours, theirs] = [await readAlignable(ctx, left.id), await readAlignable(ctx, right.id)];
  // Outside the transaction: texts and passages of a version never change, and this takes its time.
  const pairs = alignPassages(ours, theirs);
  if (pairs.length === 0) {
    throw new ConflictError('no passage of one text says what one of the other says', {
      field: 'right',
      remedy: 'Check that both are versions of one document in two languages.',
    });
  }
  const counts = {
    pairs: pairs.length,
    leftAlone: ours.length - new Set(pairs.map((pair) => pair.left)).size,
    rightAlone: theirs.length - new Set(pairs.map((pair) => pair.right)).size,
  };
  if (input.dryRun === true) return { alignmentId: null, ...counts };
  return withTransaction(ctx, async (ctx) => {
    const alignmentId = newId();
    await insertAlignment(ctx, { alignmentId, left, right, userId });
    await insertPairs(ctx, alignmentId, pairs);
    await appendAudit(ctx, [
      {
        action: 'alignment.proposed',
        entityType: 'version_alignment',
        entityId: alignmentId,
        details: { left: left.id, right: right.id, ...counts },
      },
    ]);
    return { alignmentId, ...counts };
  });
}

function refuseSame(left: ChosenVersion, right: ChosenVersion): void {
  if (left.id === right.id) {
    throw new ValidationError('a version is not aligned with itself', {
      field: 'right',
      remedy: 'Name the version in the other language.',
    });
  }
  if (left.language === right.language) {
    throw new ValidationError(`both versions are in the same language (${left.language})`, {
      field: 'right',
      remedy: 'Only versions in two languages are aligned; versions of one are compared.',
    });
  }
}

async function insertAlignment(
  ctx: DbContext,
  given: { alignmentId: string; left: ChosenVersion; right: ChosenVersion; userId: string },
): Promise<void> {
  const inserted = await ctx.db
    .insertInto('version_alignment')
    .values({
      id: given.alignmentId,
      left_version: given.left.id,
      right_version: given.right.id,
      created_by: given.userId,
      created_at: ctx.clock(),
      approved_by: null,
      approved_at: null,
      withdrawn_by: null,
      withdrawn_at: null,
      withdrawal_reason: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (inserted !== undefined) return;
  throw new ConflictError('these versions are aligned already', {
    field: 'right',
    remedy: 'Approve the alignment that waits, or withdraw it and propose again.',
  });
}

async function insertPairs(
  ctx: DbContext,
  alignmentId: string,
  pairs: readonly PassagePair[],
): Promise<void> {
  for (let start = 0; start < pairs.length; start += chunkSize) {
    await ctx.db
      .insertInto('passage_alignment')
      .values(
        pairs.slice(start, start + chunkSize).map(({ left, right, score }) => ({
          alignment_id: alignmentId,
          left_passage: left,
          right_passage: right,
          score,
        })),
      )
      .execute();
  }
}
