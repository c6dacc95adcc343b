import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { requireReason } from '#language/require-reason.ts';
import { refuseOthers } from './refuse-others.ts';

/**
 * Puts draft versions aside for good, all or none; what is kept of them can be read, not approved.
 * @throws ValidationError without a reason, NotFoundError, ConflictError when one is not a draft.
 */
export async function discardDrafts(
  ctx: DbContext,
  input: { versionIds: readonly string[]; reason: string },
): Promise<void> {
  const reason = requireReason(input.reason);
  const ids = [...new Set(input.versionIds)];
  if (ids.length === 0) return;
  await withTransaction(ctx, async (ctx) => {
    await refuseOthers(ctx, ids, {
      status: 'draft',
      remedy: 'Only drafts are discarded; what was approved is withdrawn.',
    });
    const discarded = await ctx.db
      .updateTable('document_version')
      .set({ status: 'discarded' })
      .where('id', 'in', ids)
      .where('status', '=', 'draft')
      .returning('id')
      .execute();
    await appendAudit(
      ctx,
      discarded.map(({ id }) => ({
        action: 'version.discarded',
        entityType: 'document_version',
        entityId: id,
        details: { reason },
      })),
    );
  });
}
