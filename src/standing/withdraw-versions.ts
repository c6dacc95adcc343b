import { appendAudit, type AuditEntry } from '#audit/index.ts';
import { countSyllablesJob } from '#corpus/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { requireReason } from '#language/require-reason.ts';
import { isoDay } from '#platform/clock.ts';
import { ConflictError, ForbiddenError, ValidationError } from '#platform/errors.ts';
import { noSuchVersion } from './refuse-others.ts';
import { settleEnded } from './settle-ended.ts';
import { throwStandingError } from './standing-error.ts';

/**
 * Takes approved versions out of force from a day on (YYYY-MM-DD, today when left out), all or none; on
 * days before they were in force all the same, unless the day is their first. Who cites them is told in
 * the same transaction, or when the day comes. A withdrawal is final.
 * @throws ValidationError on a missing reason or a day before a version's first; ConflictError when one
 * is not approved, withdrawn already, or has ended by that day.
 */
export async function withdrawVersions(
  ctx: DbContext,
  input: { versionIds: readonly string[]; reason: string; from?: string | null },
): Promise<void> {
  const userId = ctx.actor.userId;
  if (userId === null) throw new ForbiddenError('a withdrawal belongs to a user');
  const reason = requireReason(input.reason);
  const ids = [...new Set(input.versionIds)];
  if (ids.length === 0) return;
  await withTransaction(ctx, async (ctx) => {
    const day = input.from ?? isoDay(ctx.clock());
    await refuse(ctx, ids, day);
    await ctx.db
      .updateTable('document_version')
      .set({
        withdrawn_on: day,
        withdrawn_by: userId,
        withdrawn_at: ctx.clock(),
        withdrawal_reason: reason,
      })
      .where('id', 'in', ids)
      .where('status', '=', 'approved')
      .where('withdrawn_on', 'is', null)
      .execute();
    const settled = await settleEnded(ctx, { versionIds: ids });
    const entries: AuditEntry[] = ids.map((id) => ({
      action: 'version.withdrawn',
      entityType: 'document_version',
      entityId: id,
      details: { from: day, reason },
    }));
    await appendAudit(ctx, [...entries, ...settled.entries]);
    await ctx.jobs.enqueue(ctx.db, countSyllablesJob, [{}]);
  }).catch(throwStandingError);
}

/** Locks the versions in one order and says what stands against withdrawing them. */
async function refuse(ctx: DbContext, ids: readonly string[], day: string): Promise<void> {
  const rows = await ctx.db
    .selectFrom('document_version as v')
    .innerJoin('document as d', 'd.id', 'v.document_id')
    .select([
      'd.key',
      'v.version_number',
      'v.status',
      'v.withdrawn_on',
      'v.valid_from',
      'v.ends_on',
    ])
    .where('v.id', 'in', [...ids])
    .orderBy('v.id')
    .forUpdate('v')
    .execute();
  if (rows.length < ids.length) {
    throw noSuchVersion();
  }
  for (const row of rows) {
    const name = `version ${row.version_number} of ${row.key}`;
    if (row.status !== 'approved') {
      throw new ConflictError(`${name} is ${row.status}`, {
        field: 'version',
        remedy: 'A draft is discarded; only what was approved is withdrawn.',
      });
    }
    if (row.withdrawn_on !== null || (row.ends_on !== null && row.ends_on <= day)) {
      throw new ConflictError(`${name} is out of force from ${row.ends_on} on already`, {
        field: 'version',
        remedy: 'Leave it out.',
      });
    }
    if (day < row.valid_from) {
      throw new ValidationError(`${name} begins on ${row.valid_from}, after ${day}`, {
        field: 'from',
        remedy: `Use ${row.valid_from} to say that it was never in force.`,
      });
    }
  }
}
