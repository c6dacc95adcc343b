import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { isoDay } from '#platform/clock.ts';
import { ValidationError } from '#platform/errors.ts';
import { refuseOthers } from './refuse-others.ts';

/**
 * Notes that a person held approved versions against their source today and found them right, and by
 * which day (YYYY-MM-DD) somebody is to look again; null: no day is set. All or none.
 * @throws ValidationError when that day is not in the future, NotFoundError, ConflictError when one is not approved.
 */
export async function verifyVersions(
  ctx: DbContext,
  input: { versionIds: readonly string[]; recheckBy: string | null },
): Promise<void> {
  const ids = [...new Set(input.versionIds)];
  if (ids.length === 0) return;
  const { recheckBy } = input;
  if (recheckBy !== null && recheckBy <= isoDay(ctx.clock())) {
    throw new ValidationError('recheck_by is not in the future', {
      field: 'recheck_by',
      remedy: 'Give a later day, or leave it out.',
    });
  }
  await withTransaction(ctx, async (ctx) => {
    await refuseOthers(ctx, ids, {
      status: 'approved',
      remedy: 'A draft is verified by approving it.',
    });
    const verified = await ctx.db
      .updateTable('document_version')
      .set({ verified_at: ctx.clock(), recheck_by: recheckBy })
      .where('id', 'in', ids)
      .where('status', '=', 'approved')
      .returning('id')
      .execute();
    await appendAudit(
      ctx,
      verified.map(({ id }) => ({
        action: 'version.verified',
        entityType: 'document_version',
        entityId: id,
        details: { recheck_by: recheckBy },
      })),
    );
  });
}
