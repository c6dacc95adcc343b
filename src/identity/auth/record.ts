import { appendAudit } from '#audit/index.ts';
import type { Actor, DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';

/** The account as the one who acts. */
export function asAccount<C extends DbContext>(
  ctx: C,
  account: { readonly userId: string; readonly name: string; readonly roles: Actor['roles'] },
): C {
  const { userId, name, roles } = account;
  return { ...ctx, actor: { userId, name, roles } };
}

/** One row in the trail about an account, in the caller's transaction or in its own. */
export async function record(
  ctx: DbContext,
  action: string,
  userId: string,
  details: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await withTransaction(ctx, (ctx) =>
    appendAudit(ctx, [{ action, entityType: 'app_user', entityId: userId, details }]),
  );
}
