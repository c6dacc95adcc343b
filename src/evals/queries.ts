import type { DbContext } from '#db/context.ts';

/** Which document (its key) each passage belongs to. */
export async function passageDocuments(ctx: Pick<DbContext, 'db'>): Promise<Map<number, string>> {
  const rows = await ctx.db
    .selectFrom('passage')
    .innerJoin('document_version', 'document_version.id', 'passage.version_id')
    .innerJoin('document', 'document.id', 'document_version.document_id')
    .select(['passage.id', 'document.key'])
    .execute();
  return new Map(rows.map((row) => [row.id, row.key]));
}
