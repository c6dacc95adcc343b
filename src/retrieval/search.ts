import { searchTerms } from '#language/search-terms.ts';
import type { RetrievalContext } from './context.ts';
import { scoreDense, searchDense } from './dense.ts';
import { activeModel, type StoredModel } from './embedding-models.ts';
import type { SearchFilter } from './filter.ts';
import { countTerms, scoreLexical, searchLexical } from './lexical.ts';
import type { ModelSettings } from './model-settings.ts';
import { queryText } from './query-text.ts';
import { type PassageMatch, rankCandidates, type ScoredCandidate } from './rank.ts';

/** Stored with every match; raise it when ranking changes. */
export const retrieverVersion = 'hybrid-2';

/** Candidates each leg brings to the fusion; with 100 no measure was better. */
const legLimit = 50;

export interface PreparedQuery {
  readonly text: string;
  readonly vector: Float32Array | null;
}

/** One retrieval session: the active model, and its vectors for the queries. */
export interface QueryBatch {
  readonly model: StoredModel | null;
  readonly settings: ModelSettings;
  readonly queries: readonly PreparedQuery[];
}

/**
 * Embeds queries together. A query with nothing but addresses and placeholders has no vector; without
 * an embedder for the active model none has, and only the lexical leg answers.
 */
export async function prepareQueries(
  ctx: RetrievalContext,
  texts: readonly string[],
  options: { signal?: AbortSignal } = {},
): Promise<QueryBatch> {
  const model = await activeModel(ctx);
  const embedder = model === null ? null : await ctx.embedders.find(model.fingerprint);
  const cleaned = texts.map(queryText);
  const usable = cleaned.filter((text) => text !== '');
  const vectors = embedder === null ? [] : await embedder.embed(usable, 'query', options);
  let next = 0;
  return {
    model: embedder === null ? null : model,
    settings: ctx.settingsOf(embedder?.info.name ?? null),
    queries: cleaned.map((text) => ({
      text,
      vector: text === '' || embedder === null ? null : (vectors[next++] ?? null),
    })),
  };
}

/** The passages that answer a query, best first by fused score; at most `limit`, possibly none. */
export async function searchPassages(
  ctx: RetrievalContext,
  batch: QueryBatch,
  query: PreparedQuery,
  options: { filter: SearchFilter; limit: number },
): Promise<PassageMatch[]> {
  const candidates = await collectCandidates(ctx, batch, query, options.filter);
  return rankCandidates(candidates, batch.settings).slice(0, options.limit);
}

/** Both legs' best passages, each scored by both legs. */
export async function collectCandidates(
  ctx: RetrievalContext,
  { model }: QueryBatch,
  query: PreparedQuery,
  filter: SearchFilter,
): Promise<ScoredCandidate[]> {
  const terms = countTerms(searchTerms(query.text));
  const lexical = await searchLexical(ctx, terms, filter, legLimit);
  const dense =
    model === null || query.vector === null
      ? []
      : await searchDense(ctx, model, query.vector, filter, legLimit);
  const inLexical = new Set(lexical.map((hit) => hit.passageId));
  const inDense = new Set(dense.map((hit) => hit.passageId));
  const onlyDense = [...inDense].filter((id) => !inLexical.has(id));
  const onlyLexical = [...inLexical].filter((id) => !inDense.has(id));
  const moreLexical = await scoreLexical(ctx, terms, onlyDense);
  const moreDense =
    model === null || query.vector === null
      ? []
      : await scoreDense(ctx, model, query.vector, onlyLexical);
  const lexicalOf = new Map([...lexical, ...moreLexical].map((hit) => [hit.passageId, hit]));
  const denseOf = new Map([...dense, ...moreDense].map((hit) => [hit.passageId, hit.score]));
  return [...new Set([...inLexical, ...inDense])].map((passageId) => ({
    passageId,
    lexical: lexicalOf.get(passageId)?.score ?? null,
    coverage: lexicalOf.get(passageId)?.coverage ?? 0,
    dense: denseOf.get(passageId) ?? null,
  }));
}
