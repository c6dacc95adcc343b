import { sameNameIn } from '#names/index.ts';
import { isoDay } from '#platform/clock.ts';
import { newId } from '#platform/ids.ts';
import { assessCheckability, splitClaims } from '#posts/index.ts';
import { prepareQueries, type RetrievalContext } from '#retrieval/index.ts';
import { hasGuidance } from './find-guidance.ts';
import { loadCanonicalTexts } from './load-sources.ts';
import { type AnalysedClaim, matchClaim, type SplitClaim } from './match-claim.ts';
import { draftLanguage, type PreparedDraft, prepareDraft } from './prepare-draft.ts';
import { translateSources } from './translate-sources.ts';

export interface PostToAnalyse {
  readonly id: string;
  readonly text: string;
  readonly language: string;
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
  const guided = open.length > 0 && (await hasGuidance(ctx, asOf));
  const analyses: Analysis[] = [];
  for (const { post, claims } of split) {
    const analysed = [];
    for (const claim of claims) {
      const query = queryOf.get(claim.id);
      analysed.push(await matchClaim(ctx, batch, claim, query, { asOf, sameName, guided }));
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

function claimsOf(post: PostToAnalyse): SplitClaim[] {
  return splitClaims(post.text).map(({ start, end, text }) => ({
    id: newId(),
    start,
    end,
    text,
    judged: assessCheckability({ text, language: post.language }),
  }));
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
    const { sources, untranslated } = await translateSources(
      ctx,
      confident.map((match) => match.source),
      { language: draftLanguage(post.language), asOf },
    );
    const content = await prepareDraft({
      claim: { text: claim.text, language: post.language, checkable: claim.checkable },
      sources,
      untranslated,
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
