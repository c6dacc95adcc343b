import { isoDay } from '#platform/clock.ts';
import { prepareQueries, type RetrievalContext, searchPassages } from '#retrieval/index.ts';
import type { Gap } from './gap.ts';

/** As many matches as an analysis looks at. */
const matchesRead = 5;

/**
 * Searches once for each gap's claim: whether a citable passage in force today reaches the threshold, and
 * the document of the best that does. One search a gap.
 */
export async function checkGaps(ctx: RetrievalContext, gaps: readonly Gap[]): Promise<Gap[]> {
  const batch = await prepareQueries(
    ctx,
    gaps.map(({ claimText }) => claimText),
  );
  const filter = { asOf: isoDay(ctx.clock()), classification: 'citable' } as const;
  const found = [];
  for (const [index, gap] of gaps.entries()) {
    const query = batch.queries[index];
    const matches =
      query === undefined
        ? []
        : await searchPassages({ ...ctx, reranker: null }, batch, query, {
            filter,
            limit: matchesRead,
          });
    const [best] = matches
      .filter(({ probability }) => probability >= batch.settings.threshold)
      .toSorted((a, b) => b.probability - a.probability);
    found.push({ gap, best });
  }
  const documents = await documentsOf(
    ctx,
    found.flatMap(({ best }) => best?.passageId ?? []),
  );
  return found.map(({ gap, best }) => {
    const document = best === undefined ? undefined : documents.get(best.passageId);
    if (best === undefined || document === undefined) return { ...gap, answerableNow: false };
    const { title: documentTitle, key: documentKey } = document;
    const answer = { documentTitle, documentKey, probability: best.probability };
    return { ...gap, answerableNow: true, answer };
  });
}

async function documentsOf(ctx: Pick<RetrievalContext, 'db'>, passageIds: readonly number[]) {
  if (passageIds.length === 0) return new Map<number, { title: string; key: string }>();
  const rows = await ctx.db
    .selectFrom('passage as p')
    .innerJoin('document_version as v', 'v.id', 'p.version_id')
    .innerJoin('document as d', 'd.id', 'v.document_id')
    .select(['p.id', 'd.title', 'd.key'])
    .where('p.id', 'in', [...new Set(passageIds)])
    .execute();
  return new Map(rows.map(({ id, ...document }) => [id, document]));
}
