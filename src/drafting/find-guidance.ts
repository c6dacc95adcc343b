import type { DbContext } from '#db/context.ts';
import {
  maxFound,
  type PassageMatch,
  type QueryBatch,
  type RetrievalContext,
  searchPassages,
} from '#retrieval/index.ts';
import { loadPassages } from './load-sources.ts';
import type { SourcePassage } from './types.ts';

/** Kept for people to see, per claim. */
const guidanceKept = 2;

export interface FoundGuidance extends PassageMatch {
  readonly source: SourcePassage;
}

/** Whether any internal guidance is in force on `asOf` (YYYY-MM-DD): without it nobody searches for it. */
export async function hasGuidance(ctx: Pick<DbContext, 'db'>, asOf: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('document_version as v')
    .innerJoin('document as d', 'd.id', 'v.document_id')
    .select('v.id')
    .where('d.citable', '=', false)
    .where('v.status', '=', 'approved')
    .where('v.valid_from', '<=', asOf)
    .where((eb) => eb.or([eb('v.ends_on', 'is', null), eb('v.ends_on', '>', asOf)]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Internal guidance that speaks to a claim, best first: only what reaches the probability a citable match
 * has to reach. Few passages lead over nothing, which makes none of them probable: then each is measured
 * among all that is in force as well. No language model reorders them.
 */
export async function findGuidance(
  ctx: RetrievalContext,
  batch: QueryBatch,
  query: QueryBatch['queries'][number],
  asOf: string,
): Promise<FoundGuidance[]> {
  const search = (classification?: 'internal'): Promise<PassageMatch[]> =>
    searchPassages({ ...ctx, reranker: null }, batch, query, {
      filter: classification === undefined ? { asOf } : { asOf, classification },
      limit: maxFound,
    });
  const own = await search('internal');
  const ids = new Set(own.map((match) => match.passageId));
  const amongAll = own.length === 0 || own.length === maxFound ? [] : await search();
  const found = Map.groupBy(
    [...own, ...amongAll.filter((match) => ids.has(match.passageId))],
    (match) => match.passageId,
  );
  const best = [...found.values()]
    .flatMap((same) => same.toSorted((a, b) => b.probability - a.probability).slice(0, 1))
    .filter((match) => match.probability >= batch.settings.threshold)
    .toSorted((a, b) => b.probability - a.probability)
    .slice(0, guidanceKept);
  const byPassage = await loadPassages(
    ctx,
    best.map((match) => match.passageId),
  );
  return best.flatMap((match) => {
    const source = byPassage.get(match.passageId);
    return source === undefined ? [] : [{ ...match, source }];
  });
}
