import type { DbContext } from '#db/context.ts';
import type { NearDocumentOfClaim } from './build-gaps.ts';
import { leastProbability } from './guess-topic.ts';
import { selectNearDocuments } from './queries.ts';

/** Looks up the documents near each of these claims; the answer gives a claim's own by its id. */
export async function nearDocuments(
  ctx: Pick<DbContext, 'db'>,
  claimIds: readonly string[],
): Promise<(claimId: string) => readonly NearDocumentOfClaim[]> {
  const rows = await selectNearDocuments(ctx, claimIds, leastProbability);
  const ids = [...new Set(rows.map((row) => row.document_id))];
  const documents =
    ids.length === 0
      ? []
      : await ctx.db
          .selectFrom('document')
          .select(['id', 'key', 'title', 'topics', 'pillar'])
          .where((eb) => eb('id', '=', eb.fn.any(eb.val(ids))))
          .execute();
  const documentOf = new Map(documents.map((document) => [document.id, document]));
  const near = Map.groupBy(rows, (row) => row.claim_id);
  return (claimId) =>
    (near.get(claimId) ?? []).flatMap(({ document_id: id, probability }) => {
      const document = documentOf.get(id);
      return document === undefined ? [] : [{ ...document, probability }];
    });
}
