/** One candidate with what each leg says of it; null: that leg has nothing to say. */
export interface Candidate {
  readonly passageId: number;
  readonly lexical: number | null;
  readonly dense: number | null;
}

/** Per embedding model: how its cosines are spread, and how much the dense leg weighs. */
export interface FusionWeights {
  /** Share of the dense leg, 0 to 1. */
  readonly alpha: number;
  /** BM25 is scaled so that the best passage of the query gets this much. */
  readonly lexicalScale: number;
}

/**
 * Score-level fusion: α·z(cosine) + (1−α)·scale·BM25/max, with z over this query's candidates
 * (the result's `score`, comparable within one query only; Bruch, Gai & Ingber 2023 show convex combination to beat rank fusion). Best first; ties by id.
 */
export function fuse<C extends Candidate>(
  candidates: readonly C[],
  weights: FusionWeights,
): Array<C & { readonly score: number }> {
  const cosines = candidates.flatMap(({ dense }) => (dense === null ? [] : [dense]));
  const mean = average(cosines);
  const deviation = Math.sqrt(average(cosines.map((cosine) => (cosine - mean) ** 2))) || 1;
  const best = Math.max(0, ...candidates.map(({ lexical }) => lexical ?? 0)) || 1;
  const lowest = cosines.length === 0 ? 0 : (Math.min(...cosines) - mean) / deviation;
  return candidates
    .map((candidate) => {
      const dense = candidate.dense === null ? lowest : (candidate.dense - mean) / deviation;
      const lexical = (weights.lexicalScale * (candidate.lexical ?? 0)) / best;
      return { ...candidate, score: weights.alpha * dense + (1 - weights.alpha) * lexical };
    })
    .toSorted((a, b) => b.score - a.score || a.passageId - b.passageId);
}

function average(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
