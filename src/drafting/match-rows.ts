import { retrieverVersion } from '#retrieval/index.ts';
import type { AnalysedClaim } from './match-claim.ts';

/** The model and the day (YYYY-MM-DD) claims were matched with. */
export interface MatchedWith {
  readonly modelId: number | null;
  readonly asOf: string;
}

/** Rows of `match` for a claim: what may be quoted, and internal guidance beside it. */
export function matchRows(claim: AnalysedClaim, analysis: MatchedWith) {
  return [
    ...claim.matches.map((match, index) => matchRow(claim, match, index, analysis)),
    ...claim.guidance.map((match, index) => ({
      ...matchRow(claim, { ...match, conflicts: [] }, index, analysis),
      guidance: true,
    })),
  ];
}

function matchRow(
  claim: AnalysedClaim,
  match: Omit<AnalysedClaim['matches'][number], 'suggestion'>,
  index: number,
  { modelId, asOf }: MatchedWith,
) {
  return {
    claim_id: claim.id,
    passage_id: match.passageId,
    version_id: match.source.versionId,
    rank: index + 1,
    guidance: false,
    lexical_score: match.lexical,
    dense_score: match.dense,
    fused_score: match.fused,
    probability: match.probability,
    conflicts: JSON.stringify(match.conflicts),
    reasons: match.reasons === null ? null : JSON.stringify(match.reasons),
    model_id: modelId,
    retriever_version: retrieverVersion,
    as_of: asOf,
    reranker: match.reranker === undefined ? null : JSON.stringify(match.reranker),
  };
}
