import type { LabelledScore } from './metrics.ts';

export interface RiskPoint {
  /** Everything scored at least this is answered. */
  readonly threshold: number;
  /** Share of all items that is answered, 0 to 1. */
  readonly coverage: number;
  /** Share of the answered that is wrong, 0 to 1. */
  readonly risk: number;
}

/**
 * The risk–coverage curve (El-Yaniv & Wiener 2010), one point per distinct score, highest threshold
 * first. An item counts as much as its weight, 1 unless given.
 */
export function riskCoverage(items: readonly LabelledScore[]): RiskPoint[] {
  const sorted = items.toSorted((a, b) => b.score - a.score);
  const total = sorted.reduce((sum, { weight = 1 }) => sum + weight, 0);
  const points: RiskPoint[] = [];
  let answered = 0;
  let wrong = 0;
  for (const [index, { score, positive, weight = 1 }] of sorted.entries()) {
    answered += weight;
    wrong += positive ? 0 : weight;
    if (sorted[index + 1]?.score === score) continue;
    points.push({ threshold: score, coverage: answered / total, risk: wrong / answered });
  }
  return points;
}

/** The point of widest coverage whose risk is at most `risk`; null when there is none. */
export function widestAtRisk(points: readonly RiskPoint[], risk: number): RiskPoint | null {
  return points.findLast((point) => point.risk <= risk) ?? null;
}

/** Area under the risk–coverage curve (Geifman & El-Yaniv 2017), 0 to 1, less is better. NaN without points. */
export function areaUnderRisk(points: readonly RiskPoint[]): number {
  if (points.length === 0) return Number.NaN;
  return points.reduce(
    (sum, { coverage, risk }, index) =>
      sum + risk * (coverage - (points[index - 1]?.coverage ?? 0)),
    0,
  );
}
