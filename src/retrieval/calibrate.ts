/**
 * Logistic (Platt 1999) calibration of one embedding model: probability = 1/(1+e^−(bias + Σ wᵢxᵢ)).
 * Fitted by `evals/fit-calibration.ts` on train parts with mixed negatives; see `evals/README.md`.
 */
export interface Calibration {
  readonly bias: number;
  readonly cosine: number;
  readonly coverage: number;
  readonly product: number;
}

/**
 * The probability, 0 to 1, that a passage answers the claim. `cosine` in −1..1, `coverage` in 0..1
 * (share of the reachable BM25). Without a cosine (the dense leg is not available) a match is never
 * called probable: 0.
 */
export function matchProbability(
  scores: { readonly cosine: number | null; readonly coverage: number },
  calibration: Calibration,
): number {
  if (scores.cosine === null) return 0;
  const logit =
    calibration.bias +
    calibration.cosine * scores.cosine +
    calibration.coverage * scores.coverage +
    calibration.product * scores.cosine * scores.coverage;
  return 1 / (1 + Math.exp(-logit));
}
