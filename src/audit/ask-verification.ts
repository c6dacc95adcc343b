import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { ForbiddenError } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { appendAudit } from './append.ts';

export const verifyTrailJob = 'verify-trail';

/**
 * Asks for a check of the whole trail, which a job makes: a long trail takes minutes. While one waits or
 * runs, that one is meant. Returns its id.
 */
export async function askVerification(ctx: DbContext): Promise<{ id: string }> {
  const { userId } = ctx.actor;
  if (userId === null) throw new ForbiddenError('a check is asked for by a person');
  return withTransaction(ctx, async (ctx) => {
    const { seq } = await ctx.db.selectFrom('audit_head').select('seq').executeTakeFirstOrThrow();
    const asked = await ctx.db
      .insertInto('audit_verification')
      .values({ id: newId(), asked_by: userId, asked_at: ctx.clock(), total: seq })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    // Again for one that is under way: its job may have been lost with its process.
    await ctx.jobs.enqueue(ctx.db, verifyTrailJob, [{}]);
    if (asked === undefined) {
      return ctx.db
        .selectFrom('audit_verification')
        .select('id')
        .where('ended_at', 'is', null)
        .executeTakeFirstOrThrow();
    }
    await appendAudit(ctx, [
      { action: 'audit.verification_asked', entityType: 'trail', entityId: asked.id },
    ]);
    return asked;
  });
}
