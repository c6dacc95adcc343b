/** What speaks for one match, beside the other candidates of the same query. */
export interface Evidence {
  /** Cosine of query and passage, −1 to 1; null without a vector. */
  readonly cosine: number | null;
  /** Share of the BM25 that a passage holding every query term could reach, 0 to 1. */
  readonly coverage: number;
  /** See `TextFeatures`; each 0 to 1. */
  readonly marked: number;
  readonly grams: number;
  readonly numbersMissing: number;
  readonly namesMissing: number;
  /** Ranking score less that of the tenth best candidate (the last, if there are fewer). */
  readonly lead: number;
  /** Ranking score less that of the best one that says something else; negative behind it. */
  readonly rivalLead: number;
  /** Cosine less the mean cosine of the query's nearest candidates. */
  readonly prominence: number;
}

export const evidenceNames = [
  'cosine',
  'coverage',
  'marked',
  'grams',
  'numbersMissing',
  'namesMissing',
  'lead',
  'rivalLead',
  'prominence',
] as const satisfies ReadonlyArray<keyof Evidence>;
export type EvidenceWeights = Readonly<Record<(typeof evidenceNames)[number], number>>;

/**
 * Calibration of one embedding model in two steps: a logistic regression weighs the evidence
 * (log-odds = bias + Σ weight·evidence; Platt 1999), and a monotone curve through `curve` corrects what
 * is left (isotonic regression; Zadrozny & Elkan 2002), linear between its points. Fitted by
 * `evals/fit-ranking.ts` with mixed negatives; numbers and what was rejected are in `evals/TRIED.md`.
 */
export interface Calibration {
  readonly bias: number;
  readonly weights: EvidenceWeights;
  /** Points [logistic probability, probability], both rising, both 0 to 1; empty: the logistic one as it is. */
  readonly curve: ReadonlyArray<readonly [number, number]>;
}

/**
 * The probability, 0 to 1, that a passage answers the claim. Without a cosine (the dense leg is not
 * available) a match is never called probable: 0.
 */
export function matchProbability(evidence: Evidence, calibration: Calibration): number {
  if (evidence.cosine === null) return 0;
  const logit = evidenceNames.reduce(
    (sum, name) => sum + calibration.weights[name] * (evidence[name] ?? 0),
    calibration.bias,
  );
  return followCurve(1 / (1 + Math.exp(-logit)), calibration.curve);
}

/** Linear between the points, level outside them. */
export function followCurve(value: number, curve: Calibration['curve']): number {
  const next = curve.findIndex(([from]) => from >= value);
  const [above, below] = [curve.at(next), curve.at(Math.max(0, next - 1))];
  if (above === undefined || below === undefined) return value;
  if (next <= 0 || above[0] === below[0]) return above[1];
  return below[1] + ((value - below[0]) / (above[0] - below[0])) * (above[1] - below[1]);
}
