/** What speaks for one match, beside the other candidates of the same query. */
export interface Evidence {
  /** Cosine of query and passage, −1 to 1; null without a vector. */
  readonly cosine: number | null;
  /** Share of the BM25 that a passage holding every query term could reach, 0 to 1. */
  readonly coverage: number;
  /** Fused score less that of the tenth best candidate (the last, if there are fewer). */
  readonly lead: number;
  /** Cosine less the mean cosine of the query's nearest candidates. */
  readonly prominence: number;
}

/**
 * Logistic (Platt 1999) calibration of one embedding model: log-odds = bias + Σ weight·evidence.
 * Fitted by `evals/fit-calibration.ts` with mixed negatives. On examples not fitted on, cosine and
 * coverage alone gave AUROC .894 and ECE .093; coverage, lead and prominence .935 and .048, and the
 * cosine added nothing to them. Rejected: the lead over the second best, because the same position
 * published twice would then count as doubt; see `evals/README.md`.
 */
export interface Calibration {
  readonly bias: number;
  readonly cosine: number;
  readonly coverage: number;
  readonly lead: number;
  readonly prominence: number;
}

/**
 * The probability, 0 to 1, that a passage answers the claim. Without a cosine (the dense leg is not
 * available) a match is never called probable: 0.
 */
export function matchProbability(evidence: Evidence, calibration: Calibration): number {
  if (evidence.cosine === null) return 0;
  const logit =
    calibration.bias +
    calibration.cosine * evidence.cosine +
    calibration.coverage * evidence.coverage +
    calibration.lead * evidence.lead +
    calibration.prominence * evidence.prominence;
  return 1 / (1 + Math.exp(-logit));
}
