import { appendAudit, type AuditEntry } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { withTransaction } from '#db/transaction.ts';
import { ConflictError, ForbiddenError } from '#platform/errors.ts';
import { flagApprovalsCiting } from './queries.ts';
import { countSyllablesJob } from './syllable-count.ts';

/**
 * Brings draft versions in force, each replacing the version of its document approved before it.
 * Approvals that quote a replaced version need a recheck from then on.
 * @throws ConflictError when a version is not a draft or the approver wrote it; then none is approved.
 */
export async function approveVersions(
  ctx: DbContext,
  input: { versionIds: readonly string[] },
): Promise<void> {
  const userId = ctx.actor.userId;
  if (userId === null) throw new ForbiddenError('an approval belongs to a user');
  if (input.versionIds.length === 0) return;
  await withTransaction(ctx, async (ctx) => {
    const at = ctx.clock();
    const approved = await ctx.db
      .updateTable('document_version')
      .set({ status: 'approved', approved_by: userId, approved_at: at, verified_at: at })
      .where('id', 'in', [...input.versionIds])
      .where('status', '=', 'draft')
      .where('created_by', '<>', userId)
      .returning(['id', 'document_id', 'version_number', 'valid_from', 'metadata'])
      .execute();
    if (approved.length !== new Set(input.versionIds).size) {
      throw new ConflictError('a version is not a draft, or you wrote it yourself', {
        field: 'version',
        remedy: 'Only drafts are approved, each by a person who did not import it.',
      });
    }
    const entries: AuditEntry[] = [];
    for (const version of approved) {
      entries.push({
        action: 'version.approved',
        entityType: 'document_version',
        entityId: version.id,
        details: { version: version.version_number },
      });
      // A document was made with the metadata of its first version.
      if (version.version_number === 1) continue;
      const { topics, ...metadata } = version.metadata;
      await ctx.db
        .updateTable('document')
        .set({ ...metadata, topics: [...topics] })
        .where('id', '=', version.document_id)
        .execute();
      entries.push(...(await supersede(ctx, version)));
    }
    await appendAudit(ctx, entries);
    await ctx.jobs.enqueue(ctx.db, countSyllablesJob, [{}]);
  });
}

/** The old version ends the day the new one begins; one that never had a day of its own is withdrawn. */
async function supersede(
  ctx: DbContext,
  version: { id: string; document_id: string; version_number: number; valid_from: string },
): Promise<AuditEntry[]> {
  const replaced = await ctx.db
    .updateTable('document_version')
    .set((eb) => ({
      superseded_by: version.id,
      valid_to: eb
        .case()
        .when('valid_from', '<', version.valid_from)
        .then(version.valid_from)
        .else(eb.ref('valid_to'))
        .end(),
      status: eb
        .case()
        .when('valid_from', '<', version.valid_from)
        .then('approved' as const)
        .else('withdrawn' as const)
        .end(),
    }))
    .where('document_id', '=', version.document_id)
    .where('version_number', '<', version.version_number)
    .where('status', '=', 'approved')
    .where('superseded_by', 'is', null)
    .returning('id')
    .execute();
  const versionIds = replaced.map((row) => row.id);
  const approvals = await flagApprovalsCiting(ctx, versionIds);
  return [
    ...versionIds.map((id) => ({
      action: 'version.superseded',
      entityType: 'document_version',
      entityId: id,
      details: { by: version.id },
    })),
    ...approvals.map((id) => ({
      action: 'approval.needs_recheck',
      entityType: 'approval',
      entityId: id,
      details: { because: version.id },
    })),
  ];
}
