import type { AuditEntry } from '#audit/index.ts';
import type { DbContext } from '#db/context.ts';
import { isoDay } from '#platform/clock.ts';

/** Documents of one transaction; what is left is done by the next. */
const batchSize = 200;

/**
 * A document says of itself what the newest version that has begun says: its title, issuer, whether it may
 * be quoted. Takes this over from approved versions that have begun by today, of all or only those given,
 * once each, in the caller's transaction; a version that begins later changes nothing before its day.
 */
export async function describeDocuments(
  ctx: DbContext,
  options: { versionIds?: readonly string[] } = {},
): Promise<{ versions: number; entries: readonly AuditEntry[] }> {
  let begun = ctx.db
    .selectFrom('document_version')
    .select(['id', 'document_id', 'version_number', 'revision', 'metadata'])
    .where('status', '=', 'approved')
    .where('described_at', 'is', null)
    .where('valid_from', '<=', isoDay(ctx.clock()))
    .orderBy('document_id')
    .orderBy('version_number')
    .forUpdate();
  begun =
    options.versionIds === undefined
      ? begun.limit(batchSize)
      : begun.where('id', 'in', [...options.versionIds]);
  const versions = await begun.execute();
  if (versions.length === 0) return { versions: 0, entries: [] };
  const entries: AuditEntry[] = [];
  for (const version of versions) {
    // A document was made with what its first version says.
    if (version.version_number === 1 && version.revision === 1) continue;
    const { topics, ...rest } = version.metadata;
    await ctx.db
      .updateTable('document')
      .set({ ...rest, topics: [...topics] })
      .where('id', '=', version.document_id)
      .execute();
    entries.push({
      action: 'document.described',
      entityType: 'document',
      entityId: version.document_id,
      details: { by: version.id },
    });
  }
  await ctx.db
    .updateTable('document_version')
    .set({ described_at: ctx.clock() })
    .where(
      'id',
      'in',
      versions.map((version) => version.id),
    )
    .execute();
  return { versions: versions.length, entries };
}
