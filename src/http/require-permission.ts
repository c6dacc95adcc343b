import type { DbContext } from '#db/context.ts';
import { type Action, requirePermission } from '#identity/index.ts';
import { recordRefused } from '#review/index.ts';

/** Trying these without being allowed to is told to the audit trail. */
const recorded: readonly Action[] = ['review.decide', 'approval.revoke'];
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** `requirePermission`, with a trace of who tried to decide without being allowed to. @throws ForbiddenError */
export async function requirePermissionTo(
  ctx: DbContext,
  action: Action,
  itemId: string | undefined,
): Promise<void> {
  try {
    requirePermission(ctx.actor, action);
  } catch (error) {
    if (recorded.includes(action)) {
      const known = itemId !== undefined && uuid.test(itemId);
      await recordRefused(ctx, { itemId: known ? itemId : null }, error);
    }
    throw error;
  }
}
