import { detectLanguage } from '#language/detect-language.ts';
import { searchTerms } from '#language/search-terms.ts';
import { indexNames, loadNames, type NameIndex, sameNameIn } from '#names/index.ts';
import type { RetrievalContext } from './context.ts';
import { scoreDense, searchDense } from './dense.ts';
import { activeModel, type StoredModel } from './embedding-models.ts';
import { embedTexts } from './embed-texts.ts';
import { expandNames } from './expand-names.ts';
import { profilePassage, profileQuery } from './features.ts';
import type { SearchFilter } from './filter.ts';
import { scoreLexical, searchLexical } from './lexical.ts';
import type { ModelSettings } from './model-settings.ts';
import { passageTexts } from './passage-texts.ts';
import { countTerms, findTerms, type TermCounts } from './query-terms.ts';
import { queryText } from './query-text.ts';
import {
  type PassageMatch,
  rankCandidates,
  type RankInput,
  type ScoredCandidate,
  worthReading,
} from './rank.ts';
import { rerankMatches } from './rerank-matches.ts';
import { restoreQuery } from './restore-query.ts';
import { currentThreshold } from './threshold.ts';

/** Stored with every match; raise it when ranking changes. */
export const retrieverVersion = 'hybrid-3';

/** Candidates each leg brings to the fusion; with 100 no measure was better. */
const legLimit = 50;

export interface PreparedQuery {
  /** The claim in its form for matching, with its diacritics. */
  readonly text: string;
  readonly terms: TermCounts;
  readonly vector: Float32Array | null;
}

/** One retrieval session: the active model, and its vectors for the queries. */
export interface QueryBatch {
  readonly model: StoredModel | null;
  readonly settings: ModelSettings;
  /** What the things the queries name are called otherwise. */
  readonly names: NameIndex;
  readonly queries: readonly PreparedQuery[];
}

/**
 * Brings queries into the form for matching, puts missing diacritics back, looks up other names of what
 * they name, and embeds them together. A query with nothing but addresses, emoji and placeholders has
 * no terms and no vector, and finds nothing; without an embedder for the active model none has a vector,
 * and only the lexical leg answers. Words beyond what the model reads (512 tokens) count in the lexical
 * leg alone.
 */
export async function prepareQueries(
  ctx: RetrievalContext,
  texts: readonly string[],
  options: { signal?: AbortSignal } = {},
): Promise<QueryBatch> {
  const model = await activeModel(ctx);
  const embedder = model === null ? null : await ctx.embedders.find(model.fingerprint);
  const cleaned: string[] = [];
  for (const text of texts) cleaned.push(await matchingForm(ctx, text));
  const names = ctx.without?.has('names') ? indexNames([]) : await loadNames(ctx, cleaned);
  const usable = cleaned.filter((text) => text !== '');
  const inLanguage = usable.map((text) => ({ text, language: detectLanguage(text).language }));
  const vectors = embedder === null ? [] : await embedTexts(embedder, inLanguage, 'query', options);
  const name = embedder?.info.name ?? null;
  const settings = ctx.settingsOf(name);
  let next = 0;
  return {
    model: embedder === null ? null : model,
    settings: {
      ...settings,
      threshold: await currentThreshold(ctx, name, settings.threshold),
    },
    names,
    queries: cleaned.map((text) => ({
      text,
      terms: countTerms(
        searchTerms(text),
        ctx.without?.has('names') ? undefined : expandNames(names, text).extraTerms,
      ),
      vector: text === '' || embedder === null ? null : (vectors[next++] ?? null),
    })),
  };
}

async function matchingForm(ctx: RetrievalContext, text: string): Promise<string> {
  const typed = ctx.without?.has('normalisation') ? text.trim() : queryText(text);
  return ctx.without?.has('diacritics') ? typed : (await restoreQuery(ctx, typed)).text;
}

/**
 * The passages that answer a query, best first; at most `limit`, possibly none. With a language model
 * configured for it, the best ten in the order it gives.
 */
export async function searchPassages(
  ctx: RetrievalContext,
  batch: QueryBatch,
  query: PreparedQuery,
  options: { filter: SearchFilter; limit: number; signal?: AbortSignal | undefined },
): Promise<PassageMatch[]> {
  const found = await collectCandidates(ctx, batch, query, options.filter);
  const input = await readCandidates(ctx, batch, query, found);
  const ranked = rankCandidates(found.candidates, input, batch.settings);
  const { signal } = options;
  return (await rerankMatches(ctx, query.text, ranked, { signal })).slice(0, options.limit);
}

/** What the legs found for one query. */
export interface FoundCandidates {
  readonly candidates: readonly ScoredCandidate[];
  /** Inverse document frequency of the query's terms. */
  readonly weightOf: ReadonlyMap<string, number>;
}

/** Reads the texts of the candidates that are worth it. */
export async function readCandidates(
  ctx: RetrievalContext,
  batch: QueryBatch,
  query: PreparedQuery,
  found: FoundCandidates,
): Promise<RankInput> {
  const worth = ctx.without?.has('reading') ? [] : worthReading(found.candidates, batch.settings);
  const texts = await passageTexts(ctx, worth);
  return {
    query: profileQuery(query.text, found.weightOf),
    language: detectLanguage(query.text).language,
    passages: new Map(texts.map((text) => [text.passageId, profilePassage(text)])),
    sameName: sameNameIn(batch.names),
  };
}

/** Both legs' best passages, each scored by both legs. */
export async function collectCandidates(
  ctx: RetrievalContext,
  { model }: QueryBatch,
  query: PreparedQuery,
  filter: SearchFilter,
): Promise<FoundCandidates> {
  const found = findTerms(ctx, query.terms);
  const { vector } = query;
  // At once where there are several connections; the embedded database takes them one by one.
  const [terms, lexical, dense] = await Promise.all([
    found,
    found.then((terms) => searchLexical(ctx, terms, filter, legLimit)),
    model === null || vector === null ? [] : searchDense(ctx, model, vector, filter, legLimit),
  ]);
  const inLexical = new Set(lexical.map((hit) => hit.passageId));
  const inDense = new Set(dense.map((hit) => hit.passageId));
  const onlyDense = [...inDense].filter((id) => !inLexical.has(id));
  const onlyLexical = [...inLexical].filter((id) => !inDense.has(id));
  const [moreLexical, moreDense] = await Promise.all([
    scoreLexical(ctx, terms, onlyDense),
    model === null || vector === null ? [] : scoreDense(ctx, model, vector, onlyLexical),
  ]);
  const lexicalOf = new Map([...lexical, ...moreLexical].map((hit) => [hit.passageId, hit]));
  const denseOf = new Map([...dense, ...moreDense].map((hit) => [hit.passageId, hit.score]));
  const candidates = [...new Set([...inLexical, ...inDense])].map((passageId) => ({
    passageId,
    lexical: lexicalOf.get(passageId)?.score ?? null,
    coverage: lexicalOf.get(passageId)?.coverage ?? 0,
    dense: denseOf.get(passageId) ?? null,
  }));
  return { candidates, weightOf: terms?.weightOf ?? new Map() };
}
