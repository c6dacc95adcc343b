import { findInstructions, type InstructionSpan } from '#language/find-instructions.ts';
import { sameNameIn } from '#names/index.ts';
import { isoDay } from '#platform/clock.ts';
import { newId } from '#platform/ids.ts';
import { judgeClaims, type JudgedClaim } from '#posts/index.ts';
import { prepareQueries, type RetrievalContext } from '#retrieval/index.ts';
import { hasGuidance } from './find-guidance.ts';
import { loadCanonicalTexts } from './load-sources.ts';
import { type AnalysedClaim, matchClaim } from './match-claim.ts';
import { confirmStatement } from './statement-odds.ts';
import { type PreparedDraft, prepareDraft } from './prepare-draft.ts';
import { sourcesInLanguage } from './sources-in-language.ts';

export interface PostToAnalyse {
  readonly id: string;
  readonly text: string;
  readonly language: string;
}

/** A matched claim of a post, with whose words it is. */
export interface PostClaim extends AnalysedClaim {
  readonly reported: JudgedClaim['reported'];
}

export interface Analysis {
  readonly post: PostToAnalyse;
  readonly claims: readonly PostClaim[];
  /** Words of the post that are written to a machine; people are shown them, nothing follows them. */
  readonly instructions: readonly InstructionSpan[];
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
  const sentences = [...new Set(open.flatMap(({ within }) => within?.text ?? []))];
  const batch = await prepareQueries(
    ctx,
    [...open.map((claim) => claim.text), ...sentences],
    options,
  );
  const vectorOf = new Map(
    sentences.map((text, index) => [text, batch.queries[open.length + index]?.vector ?? null]),
  );
  const modelName = batch.model?.name ?? null;
  const sameName = sameNameIn(batch.names);
  const queryOf = new Map(open.map((claim, index) => [claim.id, batch.queries[index]]));
  const guided = open.length > 0 && (await hasGuidance(ctx, asOf));
  const analyses: Analysis[] = [];
  for (const { post, claims } of split) {
    const analysed = [];
    for (const { reported, within, ...claim } of claims) {
      const whole =
        within && confirmStatement(within.judged, vectorOf.get(within.text) ?? null, modelName);
      // A clause of a sentence that is an opinion as a whole is judged as the sentence is, for good.
      const judged = whole === null || whole.checkable ? claim.judged : { ...whole, odds: null };
      const query = queryOf.get(claim.id);
      const options = { asOf, sameName, guided };
      const matched = await matchClaim(ctx, batch, { ...claim, judged }, query, options);
      analysed.push({ ...matched, reported });
    }
    const draft = await bestDraft(ctx, post, analysed, batch.settings.threshold, asOf);
    analyses.push({
      post,
      claims: analysed,
      instructions: findInstructions(post.text),
      draft,
      modelId: batch.model?.id ?? null,
      threshold: Number.isFinite(batch.settings.threshold) ? batch.settings.threshold : null,
      asOf,
    });
  }
  return analyses;
}

function claimsOf(post: PostToAnalyse): Array<JudgedClaim & { readonly id: string }> {
  return judgeClaims(post.text, post.language).map((claim) => ({ ...claim, id: newId() }));
}

/**
 * One draft answers one claim (a rebuttal has one myth): the related claim that is matched best. What may
 * be an opinion is answered only when a person asks: a false rebuttal is the worst error there is.
 */
async function bestDraft(
  ctx: RetrievalContext,
  post: PostToAnalyse,
  claims: readonly AnalysedClaim[],
  threshold: number,
  asOf: string,
): Promise<Analysis['draft']> {
  const related = claims
    .filter((claim) => claim.suggestion.outcome === 'RELATED' && claim.sure)
    .toSorted((a, b) => strength(b) - strength(a));
  for (const claim of related) {
    const confident = claim.matches.filter((match) => match.probability >= threshold);
    const { sources, untranslated, language } = await sourcesInLanguage(
      ctx,
      confident.map((match) => match.source),
      { claimLanguage: claim.language, asOf },
    );
    const content = await prepareDraft({
      language,
      claim: { text: claim.text, language: claim.language, checkable: claim.checkable },
      sources,
      untranslated,
      canonicalTexts: await loadCanonicalTexts(
        ctx,
        sources.map((source) => source.versionId),
      ),
      asOf,
      post: { text: post.text, canonicalUrl: null, response: null },
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
