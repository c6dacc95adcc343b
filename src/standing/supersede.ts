import type { AuditEntry } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import type { ApprovedVersion } from './mark-approved.ts';

/**
 * Ends what the approved versions take the place of, on their `valid_from`: the earlier approved versions
 * of their own documents, each by the next one, and those of the documents they name. A version that has
 * a successor keeps it, unless the new one begins before that.
 */
export async function supersedeBy(
  ctx: DbContext,
  approved: readonly ApprovedVersion[],
): Promise<{ versionIds: string[]; entries: AuditEntry[] }> {
  const ended: Array<{ id: string; superseded_by: string | null }> = [];
  // In the order of their numbers, so that each is the successor of the one before.
  for (const version of approved) {
    if (version.version_number > 1) ended.push(...(await supersedeEarlier(ctx, version)));
    if (version.supersedes.length > 0) ended.push(...(await supersedeNamed(ctx, version)));
  }
  return {
    versionIds: ended.map((row) => row.id),
    entries: ended.map((row) => ({
      action: 'version.superseded',
      entityType: 'document_version',
      entityId: row.id,
      details: { by: row.superseded_by },
    })),
  };
}

/** One that had a later successor gets this one: what begins earlier has the last word on those days. */
function supersedeEarlier(ctx: DbContext, version: ApprovedVersion) {
  const validFrom = version.valid_from;
  return ctx.db
    .updateTable('document_version')
    .set({ superseded_by: version.id, superseded_on: version.valid_from })
    .where('document_id', '=', version.document_id)
    .where('version_number', '<', version.version_number)
    .where('status', '=', 'approved')
    .where((eb) => eb.or([eb('superseded_on', 'is', null), eb('superseded_on', '>', validFrom)]))
    .returning(['id', 'superseded_by'])
    .execute();
}

/** Not what had ended before: it keeps the end it had. */
function supersedeNamed(ctx: DbContext, version: ApprovedVersion) {
  return ctx.db
    .updateTable('document_version')
    .set({ superseded_by: version.id, superseded_on: version.valid_from })
    .where('document_id', 'in', [...version.supersedes])
    .where('status', '=', 'approved')
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>', version.valid_from)]))
    .returning(['id', 'superseded_by'])
    .execute();
}
