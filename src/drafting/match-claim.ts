import type { SameName } from '#language/agreement.ts';
import { lexicalTerms } from '#language/terms.ts';
import type { ClaimJudgement } from '#posts/index.ts';
import { type QueryBatch, type RetrievalContext, searchPassages } from '#retrieval/index.ts';
import { findGuidance, type FoundGuidance } from './find-guidance.ts';
import { loadPassages } from './load-sources.ts';
import { type OutcomeSuggestion, suggestOutcome } from './outcome.ts';
import { confirmStatement } from './statement-odds.ts';
import {
  compareWithPassage,
  type Comparison,
  type ValueConflict,
} from './conflicts/value-conflicts.ts';

/** Matches kept for people to see, per claim. */
const matchesKept = 5;

interface AnalysedMatch extends FoundGuidance {
  readonly conflicts: readonly ValueConflict[];
  readonly suggestion: Comparison['suggestion'];
}

export interface AnalysedClaim {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly language: string;
  readonly kind: string;
  readonly checkable: boolean;
  readonly reasons: readonly string[];
  /** Sure enough a statement of fact to be answered without a person asking for it. */
  readonly sure: boolean;
  readonly vector: Float32Array | null;
  readonly matches: readonly AnalysedMatch[];
  /** For people to read: neither an outcome nor a draft is made out of it. */
  readonly guidance: readonly FoundGuidance[];
  readonly suggestion: OutcomeSuggestion;
}

/** A span of a post, code points, and what the rules say of it. */
export interface SplitClaim {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly language: string;
  readonly judged: ClaimJudgement;
}

interface MatchOptions {
  readonly asOf: string;
  readonly sameName: SameName;
  /** Whether there is any internal guidance to look for. */
  readonly guided: boolean;
}

/**
 * Matches one claim against what is in force and citable, compares the confident matches with it and
 * suggests an outcome; beside them the internal guidance that speaks to it. Reads only.
 */
export async function matchClaim(
  ctx: RetrievalContext,
  batch: QueryBatch,
  { judged, ...span }: SplitClaim,
  query: QueryBatch['queries'][number] | undefined,
  { asOf, sameName, guided }: MatchOptions,
): Promise<AnalysedClaim> {
  const { odds: _, ...checkability } = confirmStatement(
    judged,
    query?.vector ?? null,
    batch.model?.name ?? null,
  );
  const claim = { ...span, ...checkability };
  const filter = { asOf, classification: 'citable' } as const;
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
    guidance:
      guided && claim.checkable && query !== undefined
        ? await findGuidance(ctx, batch, query, asOf)
        : [],
    suggestion,
  };
}
