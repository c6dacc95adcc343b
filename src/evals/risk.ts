import type { LabelledScore } from './metrics.ts';

export interface RiskPoint {
  /** Everything scored at least this is answered. */
  readonly threshold: number;
  /** Share of all items that is answered, 0 to 1. */
  readonly coverage: number;
  /** Share of the answered that is wrong, 0 to 1. */
  readonly risk: number;
}

/** The risk–coverage curve (El-Yaniv & Wiener 2010), one point per distinct score, highest threshold first. */
export function riskCoverage(items: readonly LabelledScore[]): RiskPoint[] {
  const sorted = items.toSorted((a, b) => b.score - a.score);
  const points: RiskPoint[] = [];
  let wrong = 0;
  for (const [index, { score, positive }] of sorted.entries()) {
    wrong += positive ? 0 : 1;
    if (sorted[index + 1]?.score === score) continue;
    const answered = index + 1;
    points.push({ threshold: score, coverage: answered / sorted.length, risk: wrong / answered });
  }
  return points;
}

/** The point of widest coverage whose risk is at most `risk`; null when there is none. */
export function widestAtRisk(points: readonly RiskPoint[], risk: number): RiskPoint | null {
  return points.findLast((point) => point.risk <= risk) ?? null;
}
