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
 * Fitted by `evals/fit-calibration.ts` with mixed negatives. Most of it is in `lead` and `prominence`:
 * cosine and coverage alone gave AUROC .910 and ECE .086 on parts not fitted on, all four .951 and
 * .028. Rejected: the lead over the second best (.952 and .017), because the same position published
 * twice would then count as doubt; see `evals/README.md`.
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
