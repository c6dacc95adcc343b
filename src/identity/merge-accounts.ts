import { appendAudit } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { ConflictError, ValidationError } from '#platform/errors.ts';
import { accountsOf } from './accounts-of.ts';
import { closeAccounts } from './close-accounts.ts';
import { type DecidedAlone, decidedAlone } from './decided-alone.ts';
import { keepAnAdmin } from './keep-an-admin.ts';
import { readUser } from './read-user.ts';

export interface Merged {
  /** Every account of the person there now is. */
  readonly userIds: readonly string[];
  readonly decidedAlone: DecidedAlone;
}

/**
 * Two accounts were found to be one person: from now on four eyes count them once. All accounts of
 * `from` are disabled; the database does not let it be undone. Approvals that rested on their being two
 * are the caller's to end, in the same transaction (`revokeForMerge` in `#review`).
 * @throws NotFoundError. @throws ValidationError for one account. @throws ConflictError for accounts of
 * one person, or the last admin.
 */
export async function mergeAccounts(
  ctx: DbContext,
  input: { from: string; into: string; reason: string },
): Promise<Merged> {
  if (input.from === input.into) {
    throw new ValidationError('an account is not merged into itself', {
      field: 'into',
      remedy: 'Name the account the person goes on with.',
    });
  }
  return withTransaction(ctx, async (ctx) => {
    // Held until the end, so merges follow one another and no account is left behind.
    await ctx.db.selectFrom('audit_head').select('seq').forUpdate().execute();
    const from = await readUser(ctx, { id: input.from });
    const into = await readUser(ctx, { id: input.into });
    if (from.person === into.person) {
      throw new ConflictError('these are accounts of one person already', { field: 'into' });
    }
    const accounts = await accountsOf(ctx, input.from);
    await keepAnAdmin(ctx, accounts);
    const at = ctx.clock();
    await ctx.db
      .updateTable('app_user')
      .set((eb) => ({
        person: into.person,
        disabled_at: eb.fn.coalesce('disabled_at', eb.val(at)),
        updated_at: at,
      }))
      .where('id', 'in', accounts)
      .execute();
    const ended = await closeAccounts(ctx, accounts);
    const userIds = await accountsOf(ctx, input.into);
    const alone = await decidedAlone(ctx, userIds);
    await appendAudit(ctx, [
      {
        action: 'user.merged',
        entityType: 'app_user',
        entityId: input.from,
        details: { into: input.into, accounts, reason: input.reason, decided_alone: alone },
      },
      ...ended,
    ]);
    return { userIds, decidedAlone: alone };
  });
}
