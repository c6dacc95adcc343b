import type { SameName } from '#language/agreement.ts';
import { lexicalTerms } from '#language/terms.ts';
import { sameNameIn } from '#names/index.ts';
import { isoDay } from '#platform/clock.ts';
import { newId } from '#platform/ids.ts';
import { assessCheckability, splitClaims } from '#posts/index.ts';
import {
  type PassageMatch,
  prepareQueries,
  type QueryBatch,
  type RetrievalContext,
  searchPassages,
} from '#retrieval/index.ts';
import { loadCanonicalTexts, loadPassages } from './load-sources.ts';
import { type OutcomeSuggestion, suggestOutcome } from './outcome.ts';
import { type PreparedDraft, prepareDraft } from './prepare-draft.ts';
import { confirmStatement } from './statement-odds.ts';
import type { SourcePassage } from './types.ts';
import { compareWithPassage, type Comparison, type ValueConflict } from './value-conflicts.ts';

/** Matches kept for people to see, per claim. */
const matchesKept = 5;

export interface PostToAnalyse {
  readonly id: string;
  readonly text: string;
  readonly language: string;
}

interface AnalysedMatch extends PassageMatch {
  readonly source: SourcePassage;
  readonly conflicts: readonly ValueConflict[];
  readonly suggestion: Comparison['suggestion'];
}

export interface AnalysedClaim {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: string;
  readonly checkable: boolean;
  readonly reasons: readonly string[];
  readonly vector: Float32Array | null;
  readonly matches: readonly AnalysedMatch[];
  readonly suggestion: OutcomeSuggestion;
}

export interface Analysis {
  readonly post: PostToAnalyse;
  readonly claims: readonly AnalysedClaim[];
  readonly draft: { readonly claimId: string; readonly content: PreparedDraft } | null;
  readonly modelId: number | null;
  /** Probability a match had to reach; null when none could count. */
  readonly threshold: number | null;
  readonly asOf: string;
}

/**
 * Splits posts into claims, matches the checkable ones against the corpus in force today, suggests an
 * outcome for each and prepares a draft for the best matched one. Reads only; `storeAnalysis` writes.
 */
export async function analysePosts(
  ctx: RetrievalContext,
  posts: readonly PostToAnalyse[],
  options: { signal?: AbortSignal } = {},
): Promise<Analysis[]> {
  const asOf = isoDay(ctx.clock());
  const split = posts.map((post) => ({ post, claims: claimsOf(post) }));
  const open = split.flatMap(({ claims }) =>
    claims.filter((claim) => claim.judged.checkable || claim.judged.odds !== null),
  );
  const batch = await prepareQueries(
    ctx,
    open.map((claim) => claim.text),
    options,
  );
  const sameName = sameNameIn(batch.names);
  const queryOf = new Map(open.map((claim, index) => [claim.id, batch.queries[index]]));
  const analyses: Analysis[] = [];
  for (const { post, claims } of split) {
    const analysed = [];
    for (const claim of claims) {
      const query = queryOf.get(claim.id);
      analysed.push(await matchClaim(ctx, batch, claim, query, { asOf, sameName }));
    }
    const draft = await bestDraft(ctx, post, analysed, batch.settings.threshold, asOf);
    analyses.push({
      post,
      claims: analysed,
      draft,
      modelId: batch.model?.id ?? null,
      threshold: Number.isFinite(batch.settings.threshold) ? batch.settings.threshold : null,
      asOf,
    });
  }
  return analyses;
}

type SplitClaim = ReturnType<typeof claimsOf>[number];

function claimsOf(post: PostToAnalyse) {
  return splitClaims(post.text).map(({ start, end, text }) => ({
    id: newId(),
    start,
    end,
    text,
    judged: assessCheckability({ text, language: post.language }),
  }));
}

async function matchClaim(
  ctx: RetrievalContext,
  batch: QueryBatch,
  { judged, ...span }: SplitClaim,
  query: QueryBatch['queries'][number] | undefined,
  { asOf, sameName }: { readonly asOf: string; readonly sameName: SameName },
): Promise<AnalysedClaim> {
  const { odds: _, ...checkability } = confirmStatement(
    judged,
    query?.vector ?? null,
    batch.model?.name ?? null,
  );
  const claim = { ...span, ...checkability };
  const filter = { asOf, citableOnly: true };
  const found =
    query === undefined || !claim.checkable
      ? []
      : await searchPassages(ctx, batch, query, { filter, limit: matchesKept });
  const byPassage = await loadPassages(
    ctx,
    found.map((match) => match.passageId),
  );
  const matches = found.flatMap((match): AnalysedMatch[] => {
    const source = byPassage.get(match.passageId);
    if (source === undefined) return [];
    const confident = match.probability >= batch.settings.threshold;
    const compared = confident ? compareWithPassage(claim.text, source.text, { sameName }) : null;
    const { conflicts, suggestion } = compared ?? { conflicts: [], suggestion: null };
    return [{ ...match, source, conflicts, suggestion }];
  });
  const suggestion = suggestOutcome({
    checkable: claim.checkable,
    kind: claim.kind,
    claimTermCount: lexicalTerms(claim.text).length,
    matches,
    threshold: batch.settings.threshold,
  });
  return {
    ...claim,
    vector: claim.checkable ? (query?.vector ?? null) : null,
    matches,
    suggestion,
  };
}

/** One draft answers one claim (a rebuttal has one myth): the related claim that is matched best. */
async function bestDraft(
  ctx: RetrievalContext,
  post: PostToAnalyse,
  claims: readonly AnalysedClaim[],
  threshold: number,
  asOf: string,
): Promise<Analysis['draft']> {
  const related = claims
    .filter((claim) => claim.suggestion.outcome === 'RELATED')
    .toSorted((a, b) => strength(b) - strength(a));
  for (const claim of related) {
    const confident = claim.matches.filter((match) => match.probability >= threshold);
    const sources = confident.map((match) => match.source);
    const content = await prepareDraft({
      claim: { text: claim.text, language: post.language, checkable: claim.checkable },
      sources,
      canonicalTexts: await loadCanonicalTexts(
        ctx,
        sources.map((source) => source.versionId),
      ),
      asOf,
    });
    if (content !== null) return { claimId: claim.id, content };
  }
  return null;
}

/** A suggested contradiction goes before any other match. */
function strength(claim: AnalysedClaim): number {
  const best = Math.max(0, ...claim.matches.map((match) => match.probability));
  return best + (claim.suggestion.suggestion === 'CONTRADICTED' ? 1 : 0);
}
