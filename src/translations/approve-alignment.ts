import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { accountsOf } from '#identity/index.ts';
import { isoDay } from '#platform/clock.ts';
import { ConflictError, ForbiddenError } from '#platform/errors.ts';
import { noSuchAlignment } from './no-such-alignment.ts';

/**
 * Brings a proposed alignment in force: from then on drafts quote one version's words for the other's,
 * on days on which both are in force.
 * @throws NotFoundError, ForbiddenError for its author, ConflictError when it does not wait or one of
 * its versions is not approved or has ended
 */
export async function approveAlignment(
  ctx: DbContext,
  input: { alignmentId: string },
): Promise<void> {
  const userId = ctx.actor.userId;
  if (userId === null) throw new ForbiddenError('an approval belongs to a user');
  await withTransaction(ctx, async (ctx) => {
    const found = await ctx.db
      .selectFrom('version_alignment as a')
      .innerJoin('document_version as l', 'l.id', 'a.left_version')
      .innerJoin('document_version as r', 'r.id', 'a.right_version')
      .select(['a.created_by', 'a.left_version', 'a.right_version'])
      .select(['l.status as left_status', 'l.ends_on as left_ends_on'])
      .select(['r.status as right_status', 'r.ends_on as right_ends_on'])
      .where('a.id', '=', input.alignmentId)
      .executeTakeFirst();
    if (found === undefined) throw noSuchAlignment();
    if ((await accountsOf(ctx, userId)).includes(found.created_by)) {
      throw new ForbiddenError('you proposed this alignment yourself', {
        field: 'alignment',
        remedy: 'Ask a corpus approver who did not propose it.',
      });
    }
    const today = isoDay(ctx.clock());
    const stands = (status: string, endsOn: string | null): boolean =>
      status === 'approved' && (endsOn === null || endsOn > today);
    if (
      !stands(found.left_status, found.left_ends_on) ||
      !stands(found.right_status, found.right_ends_on)
    ) {
      throw new ConflictError('one of its versions is not approved, or has ended', {
        field: 'alignment',
        remedy: 'Approve both versions first; after a new version, propose a new alignment.',
      });
    }
    const approved = await ctx.db
      .updateTable('version_alignment')
      .set({ approved_by: userId, approved_at: ctx.clock() })
      .where('id', '=', input.alignmentId)
      .where('approved_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (approved === undefined) {
      throw new ConflictError('this alignment is approved or withdrawn already', {
        field: 'alignment',
        remedy: 'The list of alignments shows which wait for an approval.',
      });
    }
    await appendAudit(ctx, [
      {
        action: 'alignment.approved',
        entityType: 'version_alignment',
        entityId: input.alignmentId,
        details: { left: found.left_version, right: found.right_version },
      },
    ]);
  });
}
