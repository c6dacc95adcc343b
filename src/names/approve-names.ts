import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { accountsOf } from '#identity/index.ts';
import { ConflictError, ForbiddenError } from '#platform/errors.ts';
import { findClashes } from './find-clashes.ts';
import { lockNames, selectLivingNames } from './queries.ts';

/**
 * Brings proposed versions in force, each replacing the version of its group in force before it; they
 * apply from the next search on.
 * @throws ConflictError when one is not proposed, the approver proposed it, or a name would then belong
 * to two groups; then none is approved.
 */
export async function approveNames(
  ctx: DbContext,
  input: { versionIds: readonly string[] },
): Promise<void> {
  const userId = ctx.actor.userId;
  if (userId === null) throw new ForbiddenError('an approval belongs to a user');
  const versionIds = [...new Set(input.versionIds)];
  if (versionIds.length === 0) return;
  await withTransaction(ctx, async (ctx) => {
    await lockNames(ctx);
    const at = ctx.clock();
    const own = await accountsOf(ctx, userId);
    const replaced = await ctx.db
      .updateTable('name_version')
      .set({ withdrawn_by: userId, withdrawn_at: at })
      .where('approved_at', 'is not', null)
      .where('withdrawn_at', 'is', null)
      .where('key', 'in', (eb) =>
        eb.selectFrom('name_version').select('key').where('id', 'in', versionIds),
      )
      .where('id', 'not in', versionIds)
      .returning(['id', 'key'])
      .execute();
    const approved = await ctx.db
      .updateTable('name_version')
      .set({ approved_by: userId, approved_at: at })
      .where('id', 'in', versionIds)
      .where('approved_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .where('created_by', 'not in', own)
      .returning(['id', 'key', 'version_number'])
      .execute();
    if (approved.length !== versionIds.length) {
      throw new ConflictError('one of these names is not proposed, or you proposed it yourself', {
        field: 'version_ids',
        remedy: 'Only proposals are approved, each by a person who did not make it.',
      });
    }
    await refuseClashes(ctx);
    const newOf = new Map(approved.map(({ id, key }) => [key, id]));
    await appendAudit(ctx, [
      ...replaced.map(({ id, key }) => ({
        action: 'names.withdrawn',
        entityType: 'name_version',
        entityId: id,
        details: { key, replaced_by: newOf.get(key) },
      })),
      ...approved.map(({ id, key, version_number: version }) => ({
        action: 'names.approved',
        entityType: 'name_version',
        entityId: id,
        details: { key, version },
      })),
    ]);
  });
}

async function refuseClashes(ctx: DbContext): Promise<void> {
  const living = await selectLivingNames(ctx);
  const [clash] = findClashes(living.filter(({ isApproved }) => isApproved));
  if (clash === undefined) return;
  throw new ConflictError(`“${clash.text}” would be a name of ${clash.keys.join(' and ')}`, {
    field: 'version_ids',
    remedy: 'Approve the proposal that takes it out of one of them too, or ask for a new proposal.',
  });
}
