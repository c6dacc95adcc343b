import { type Arm, arms, type FoundQuery } from '#evaluations/index.ts';
import { isoDay } from '#platform/clock.ts';
import {
  collectCandidates,
  type PassageMatch,
  type QueryBatch,
  rankCandidates,
  readCandidates,
  searchPassages,
} from '#retrieval/index.ts';
import type { BeirQuery, Qrels } from './beir-rows.ts';
import { type OpenCorpus, searchEach } from './open-corpus.ts';
import type { EvalProgress } from './progress.ts';
import { rankDocuments } from './rank-query.ts';

type PreparedQuery = QueryBatch['queries'][number];

/** Documents kept per arm for people to look at. */
const returnedKept = 10;

export interface SearchOptions {
  /** Search once more without the relevant documents; costs a second search per query. */
  readonly heldOut: boolean;
  readonly onProgress: EvalProgress;
}

/** Searches one opened corpus for judged queries and notes where the relevant documents came. */
export type JudgedSearch = (
  queries: readonly BeirQuery[],
  qrels: Qrels,
  options: SearchOptions,
) => Promise<FoundQuery[]>;

/**
 * Every query is searched as for a post of one claim. Texts that intake makes equal (composed and
 * decomposed letters) are searched once.
 */
export function judgedSearch({
  ctx,
  documentOf,
}: Pick<OpenCorpus, 'ctx' | 'documentOf'>): JudgedSearch {
  const filter = { asOf: isoDay(ctx.clock()), classification: 'citable' as const };
  const known = new Map<string, Searched>();
  const search = async (batch: QueryBatch, query: PreparedQuery): Promise<Searched> => {
    const searchedAt = performance.now();
    const limit = Number.POSITIVE_INFINITY;
    const matches = await searchPassages(ctx, batch, query, { filter, limit });
    return { matches, ms: rounded(performance.now() - searchedAt) };
  };
  return (queries, qrels, options) => {
    let next = 0;
    return searchEach(
      ctx,
      queries.map((query) => query.text),
      async (batch, prepared) => {
        const query = queries[next++] as BeirQuery;
        const relevant = qrels.get(query.id) ?? new Map<string, number>();
        const isRelevant = (match: { readonly passageId: number }): boolean =>
          relevant.has(documentOf.get(match.passageId) ?? '');
        const searched = known.get(prepared.text) ?? (await search(batch, prepared));
        known.set(prepared.text, searched);
        let heldOut: number | null = null;
        if (options.heldOut && searched.matches.some(isRelevant)) {
          const all = await collectCandidates(ctx, batch, prepared, filter);
          const rest = all.candidates.filter((candidate) => !isRelevant(candidate));
          const input = await readCandidates(ctx, batch, prepared, { ...all, candidates: rest });
          heldOut = rankCandidates(rest, input, batch.settings)[0]?.probability ?? 0;
        }
        const { matches, ms } = searched;
        return { ...found(query, relevant, matches, documentOf), heldOut, ms };
      },
      options.onProgress,
    );
  };
}

interface Searched {
  readonly matches: readonly PassageMatch[];
  /** Milliseconds, without embedding the query. */
  readonly ms: number;
}

function found(
  query: BeirQuery,
  relevant: ReadonlyMap<string, number>,
  matches: readonly PassageMatch[],
  documentOf: ReadonlyMap<number, string>,
): Omit<FoundQuery, 'heldOut' | 'ms'> {
  const rankings = perArm((arm) => rankDocuments(matches, arm, documentOf));
  const [best] = matches;
  return {
    ...query,
    relevant: [...relevant].map(([id, grade]) => ({
      id,
      grade,
      ranks: perArm((arm) => rankings[arm].indexOf(id) + 1 || null),
    })),
    returned: perArm((arm) =>
      rankings[arm].slice(0, returnedKept).map((id) => {
        const own = matches.filter((match) => documentOf.get(match.passageId) === id);
        const score = Math.max(...own.map((match) => match[arm] ?? Number.NEGATIVE_INFINITY));
        const probability = Math.max(...own.map((match) => match.probability));
        return { id, score: rounded(score), probability: rounded(probability) };
      }),
    ),
    best: {
      probability: best?.probability ?? 0,
      right: best !== undefined && relevant.has(documentOf.get(best.passageId) ?? ''),
    },
  };
}

function perArm<T>(of: (arm: Arm) => T): Record<Arm, T> {
  return Object.fromEntries(arms.map((arm) => [arm, of(arm)])) as Record<Arm, T>;
}

/** Six digits after the point: scores differ in the fourth. */
function rounded(value: number): number {
  return Math.round(value * 1_000_000) / 1_000_000;
}
