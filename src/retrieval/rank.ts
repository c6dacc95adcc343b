import { type Evidence, matchProbability } from './calibrate.ts';
import { type Candidate, fuse, type FusionWeights } from './fuse.ts';
import type { ModelSettings } from './model-settings.ts';

/** A match leads over this place; nearer ones may say the same thing (translations, repetitions). */
const leadOver = 10;
/** How many of the nearest candidates a match has to stand out from. */
const neighbours = 50;

export interface ScoredCandidate extends Candidate {
  /** Share of the BM25 a passage holding every query term could reach, 0 to 1. */
  readonly coverage: number;
}

export interface PassageMatch {
  readonly passageId: number;
  /** BM25 and cosine; null where a leg has nothing to say. */
  readonly lexical: number | null;
  readonly dense: number | null;
  readonly fused: number;
  /** Calibrated probability, 0 to 1, that the passage answers the query. */
  readonly probability: number;
}

export type RankedCandidate = ScoredCandidate & { readonly score: number } & {
  readonly evidence: Evidence;
};

/** One query's candidates by fused score, best first, each with what speaks for it. */
export function weighCandidates(
  candidates: readonly ScoredCandidate[],
  weights: FusionWeights,
): RankedCandidate[] {
  const fused = fuse(candidates, weights);
  const behind = fused[Math.min(leadOver, fused.length) - 1]?.score ?? 0;
  const nearest = candidates
    .flatMap(({ dense }) => (dense === null ? [] : [dense]))
    .toSorted((a, b) => b - a)
    .slice(0, neighbours);
  const mean = nearest.reduce((sum, cosine) => sum + cosine, 0) / nearest.length;
  return fused.map((candidate) => ({
    ...candidate,
    evidence: {
      cosine: candidate.dense,
      coverage: candidate.coverage,
      lead: candidate.score - behind,
      prominence: candidate.dense === null ? 0 : candidate.dense - mean,
    },
  }));
}

/**
 * The candidates of one query as matches, best first. The only passage of a corpus leads over nothing:
 * it is probable only when it holds nearly every word of the query.
 */
export function rankCandidates(
  candidates: readonly ScoredCandidate[],
  settings: ModelSettings,
): PassageMatch[] {
  return weighCandidates(candidates, settings.fusion).map(
    ({ passageId, lexical, dense, score, evidence }) => ({
      passageId,
      lexical,
      dense,
      fused: score,
      probability: matchProbability(evidence, settings.calibration),
    }),
  );
}
