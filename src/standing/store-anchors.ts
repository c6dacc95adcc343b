import type { DbContext } from '#db/context.ts';
import type { PlacedQuote } from './place-quotes.ts';

/** Rows of one insert; every row has its own parameters, and a statement takes 65,535. */
const chunkSize = 2_000;

/** Notes where quotes that stood the change stand now. */
export async function storeAnchors(ctx: DbContext, placed: readonly PlacedQuote[]): Promise<void> {
  const at = ctx.clock();
  const rows = placed.flatMap(({ citation, anchor }) =>
    anchor === null
      ? []
      : [
          {
            draft_id: citation.draft_id,
            sentence_ordinal: citation.sentence_ordinal,
            ordinal: citation.ordinal,
            version_id: anchor.versionId,
            passage_id: anchor.passageId,
            start_offset: anchor.start,
            end_offset: anchor.end,
            anchored_at: at,
          },
        ],
  );
  for (let start = 0; start < rows.length; start += chunkSize) {
    const chunk = rows.slice(start, start + chunkSize);
    await ctx.db.insertInto('citation_anchor').values(chunk).execute();
  }
}
