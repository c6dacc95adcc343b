import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { requireReason } from '#language/require-reason.ts';
import { ConflictError, ForbiddenError } from '#platform/errors.ts';
import { noSuchAlignment } from './no-such-alignment.ts';

/**
 * Takes an alignment, proposed or in force, away for good: drafts made from then on no longer use it.
 * @throws NotFoundError, ValidationError without a reason, ConflictError when it is withdrawn already
 */
export async function withdrawAlignment(
  ctx: DbContext,
  input: { alignmentId: string; reason: string },
): Promise<void> {
  const userId = ctx.actor.userId;
  if (userId === null) throw new ForbiddenError('a withdrawal belongs to a user');
  const reason = requireReason(input.reason);
  await withTransaction(ctx, async (ctx) => {
    const withdrawn = await ctx.db
      .updateTable('version_alignment')
      .set({ withdrawn_by: userId, withdrawn_at: ctx.clock(), withdrawal_reason: reason })
      .where('id', '=', input.alignmentId)
      .where('withdrawn_at', 'is', null)
      .returning(['left_version', 'right_version'])
      .executeTakeFirst();
    if (withdrawn === undefined) {
      const known = await ctx.db
        .selectFrom('version_alignment')
        .select('id')
        .where('id', '=', input.alignmentId)
        .executeTakeFirst();
      if (known === undefined) throw noSuchAlignment();
      throw new ConflictError('this alignment is withdrawn already', {
        field: 'alignment',
        remedy: 'The list of alignments shows which wait or are in force.',
      });
    }
    await appendAudit(ctx, [
      {
        action: 'alignment.withdrawn',
        entityType: 'version_alignment',
        entityId: input.alignmentId,
        details: { left: withdrawn.left_version, right: withdrawn.right_version, reason },
      },
    ]);
  });
}
