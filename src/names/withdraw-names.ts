import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { ConflictError, ForbiddenError } from '#platform/errors.ts';

/**
 * Takes versions, proposed or in force, away for good; what they named is found by its own words only.
 * @throws ConflictError when one is unknown or withdrawn already; then none is withdrawn.
 */
export async function withdrawNames(
  ctx: DbContext,
  input: { versionIds: readonly string[]; reason: string },
): Promise<void> {
  const userId = ctx.actor.userId;
  if (userId === null) throw new ForbiddenError('a withdrawal belongs to a user');
  const versionIds = [...new Set(input.versionIds)];
  if (versionIds.length === 0) return;
  await withTransaction(ctx, async (ctx) => {
    const withdrawn = await ctx.db
      .updateTable('name_version')
      .set({ withdrawn_by: userId, withdrawn_at: ctx.clock() })
      .where('id', 'in', versionIds)
      .where('withdrawn_at', 'is', null)
      .returning(['id', 'key'])
      .execute();
    if (withdrawn.length !== versionIds.length) {
      throw new ConflictError('one of these names is unknown or withdrawn already', {
        field: 'version_ids',
        remedy: 'List the names again and choose among those proposed or in force.',
      });
    }
    await appendAudit(
      ctx,
      withdrawn.map(({ id, key }) => ({
        action: 'names.withdrawn',
        entityType: 'name_version',
        entityId: id,
        details: { key, reason: input.reason },
      })),
    );
  });
}
