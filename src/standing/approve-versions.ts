import { appendAudit, type AuditEntry } from '#audit/index.ts';
import { checkCorpusJob, countSyllablesJob } from '#corpus/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { ConflictError, ForbiddenError } from '#platform/errors.ts';
import { describeDocuments } from './describe-documents.ts';
import { type ApprovedVersion, type ApproveInput, markApproved } from './mark-approved.ts';
import { settleEnded } from './settle-ended.ts';
import { throwStandingError } from './standing-error.ts';
import { supersedeBy } from './supersede.ts';
import { findCircle } from './supersession-circle.ts';

/**
 * Brings draft versions in force, all or none. Each takes the place of earlier versions of its document,
 * and of the documents it names, from its `valid_from` on; older drafts of its document are discarded.
 * Whoever cites what has ended by now is told in the same transaction (`settleEnded`).
 * @throws NotFoundError; ConflictError when a version is no draft, has changed, is older than one approved
 * already, was written or changed by the approver, or versions would supersede one another in a circle.
 */
export async function approveVersions(ctx: DbContext, input: ApproveInput): Promise<void> {
  const userId = ctx.actor.userId;
  if (userId === null) throw new ForbiddenError('an approval belongs to a user');
  if (input.versionIds.length === 0) return;
  await withTransaction(ctx, async (ctx) => {
    const approved = await markApproved(ctx, input, userId);
    refuseCircle(approved);
    const described = await describeDocuments(ctx, { versionIds: input.versionIds });
    const entries: AuditEntry[] = approved.map((version) => ({
      action: 'version.approved',
      entityType: 'document_version',
      entityId: version.id,
      details: { version: version.version_number, revision: version.revision },
    }));
    entries.push(...described.entries, ...(await discardOlderDrafts(ctx, approved)));
    const superseded = await supersedeBy(ctx, approved);
    entries.push(...superseded.entries);
    const touched = [...superseded.versionIds, ...approved.map((version) => version.id)];
    entries.push(...(await settleEnded(ctx, { versionIds: touched })).entries);
    await appendAudit(ctx, entries);
    await ctx.jobs.enqueue(ctx.db, countSyllablesJob, [{}]);
    await ctx.jobs.enqueue(ctx.db, checkCorpusJob, [{}]);
  }).catch(throwStandingError);
}

function refuseCircle(approved: readonly ApprovedVersion[]): void {
  const circle = findCircle(
    new Map(approved.map((version) => [version.document_id, version.supersedes])),
  );
  if (circle === null) return;
  const keys = circle.map((id) => approved.find((one) => one.document_id === id)?.key ?? id);
  throw new ConflictError(`documents supersede one another in a circle: ${keys.join(' → ')}`, {
    field: 'supersedes',
    remedy: 'Take one of them out of the list of what it supersedes.',
  });
}

async function discardOlderDrafts(
  ctx: DbContext,
  approved: readonly ApprovedVersion[],
): Promise<AuditEntry[]> {
  const discarded = await ctx.db
    .updateTable('document_version as o')
    .set({ status: 'discarded' })
    .where('o.status', '=', 'draft')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('document_version as n')
          .select('n.id')
          .where(
            'n.id',
            'in',
            approved.map((version) => version.id),
          )
          .whereRef('n.document_id', '=', 'o.document_id')
          .whereRef('n.version_number', '>', 'o.version_number'),
      ),
    )
    .returning('o.id')
    .execute();
  return discarded.map(({ id }) => ({
    action: 'version.discarded',
    entityType: 'document_version',
    entityId: id,
    details: { reason: 'a newer version was approved' },
  }));
}
