/** One candidate with what each leg says of it; null: that leg has nothing to say. */
export interface Candidate {
  readonly passageId: number;
  /** BM25, ≥ 0. */
  readonly lexical: number | null;
  /** Cosine, −1 to 1. */
  readonly dense: number | null;
}

/** Per embedding model, because models spread their cosines differently. */
export interface FusionWeights {
  /** What one point of BM25 is worth in cosine. */
  readonly lexicalWeight: number;
}

/**
 * Score-level fusion: cosine + weight·BM25, best first; ties by id. A candidate without a vector gets
 * the lowest cosine among the others, and without any cosine BM25 alone decides.
 *
 * The two scores are combined as they are: convex combination beats rank fusion (Bruch, Gai & Ingber
 * 2023), and dividing a query's BM25 by its own best, as α·z(cosine) + (1−α)·8·BM25/max does, throws
 * away that a long query matched well. Mean MAP@5 over ct20 train and dev, alqac, vihallu, xquad and
 * zalo: .857 so, .852 with z and maximum at their best α; see `evals/TRIED.md`.
 */
export function fuse<C extends Candidate>(
  candidates: readonly C[],
  weights: FusionWeights,
): Array<C & { readonly score: number }> {
  const cosines = candidates.flatMap(({ dense }) => (dense === null ? [] : [dense]));
  const lowest = cosines.length === 0 ? 0 : Math.min(...cosines);
  return candidates
    .map((candidate) => ({
      ...candidate,
      score: (candidate.dense ?? lowest) + weights.lexicalWeight * (candidate.lexical ?? 0),
    }))
    .toSorted((a, b) => b.score - a.score || a.passageId - b.passageId);
}
