import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { requireReason } from '#language/require-reason.ts';
import { ConflictError, ForbiddenError, NotFoundError } from '#platform/errors.ts';
import { recordingRefusals } from './refused.ts';
import { revoke } from './revoke.ts';

/**
 * Break-glass: one person takes an approval out of force at once, for good. Nothing like it gives one.
 * @throws NotFoundError | ConflictError when it is out of force already.
 */
export async function revokeApproval(
  ctx: DbContext,
  input: { readonly approvalId: string; readonly reason: string },
): Promise<void> {
  const revokedBy = ctx.actor.userId;
  if (revokedBy === null) throw new ForbiddenError('only a person can revoke an approval');
  const reason = requireReason(input.reason);
  await recordingRefusals(ctx, { itemId: null }, () =>
    withTransaction(ctx, async (ctx) => {
      const approval = await ctx.db
        .selectFrom('approval')
        .select(['id', 'post_id', 'status'])
        .where('id', '=', input.approvalId)
        .forUpdate()
        .executeTakeFirst();
      if (approval === undefined) {
        throw new NotFoundError('no such approval', { field: 'approval' });
      }
      if (approval.status !== 'in_force') {
        throw new ConflictError(`this approval is ${approval.status} already`, {
          field: 'approval',
          remedy: 'Load the post again; its drafters are told.',
        });
      }
      await appendAudit(ctx, await revoke(ctx, [approval], { revokedBy, reason, cause: 'person' }));
    }),
  );
}
