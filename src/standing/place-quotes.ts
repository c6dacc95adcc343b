import { createQuoteFinder, readDiffPassages } from '#corpus/index.ts';
import type { DbContext } from '#db/context.ts';
import type { LostQuote } from '#db/schema/index.ts';
import type { StandingCitation } from './queries.ts';

export interface PlacedQuote {
  readonly citation: StandingCitation;
  /** The successor in force that was searched; null when there is none. */
  readonly successorId: string | null;
  /** Where the quote stands in the successor, code points; null when it is lost. */
  readonly anchor: {
    readonly versionId: string;
    readonly passageId: number;
    readonly start: number;
    readonly end: number;
  } | null;
  /** What stands in its place, when it is lost. */
  readonly now: LostQuote['now'];
}

/** Looks each quote up in the successor of its version. Texts are read only where a quote is to be placed. */
export async function placeQuotes(
  ctx: Pick<DbContext, 'db'>,
  citations: readonly StandingCitation[],
  successorOf: ReadonlyMap<string, string>,
): Promise<PlacedQuote[]> {
  const placed: PlacedQuote[] = [];
  for (const [versionId, quotes] of Map.groupBy(citations, (citation) => citation.version_id)) {
    const successorId = successorOf.get(versionId) ?? null;
    if (successorId === null) {
      placed.push(
        ...quotes.map((citation) => ({ citation, successorId, anchor: null, now: null })),
      );
      continue;
    }
    const finder = createQuoteFinder(
      await readText(ctx, versionId),
      await readText(ctx, successorId),
    );
    for (const citation of quotes) {
      const found = finder.find({
        passageId: citation.passage_id,
        start: citation.start_offset,
        end: citation.end_offset,
        quote: citation.quote,
      });
      placed.push(
        found.state === 'verbatim'
          ? {
              citation,
              successorId,
              anchor: {
                versionId: successorId,
                passageId: found.passageId,
                start: found.start,
                end: found.end,
              },
              now: null,
            }
          : { citation, successorId, anchor: null, now: found.now },
      );
    }
  }
  return placed;
}

async function readText(ctx: Pick<DbContext, 'db'>, versionId: string) {
  const version = await ctx.db
    .selectFrom('document_version')
    .select('canonical_text as text')
    .where('id', '=', versionId)
    .executeTakeFirstOrThrow();
  return { text: version.text, passages: await readDiffPassages(ctx, versionId) };
}
