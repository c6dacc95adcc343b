/** What one query returned and what it should have: document ids, best first, against graded judgements. */
export interface JudgedRanking {
  /** Distinct document ids, best first. */
  readonly ranking: readonly string[];
  /** Relevant documents with their grade, greater than 0; never empty. */
  readonly relevant: ReadonlyMap<string, number>;
}

/** Share of the relevant documents among the first `k`, 0 to 1. */
export function recallAt({ ranking, relevant }: JudgedRanking, k: number): number {
  return hits(ranking.slice(0, k), relevant) / relevant.size;
}

/** 1 when a relevant document is among the first `k`, else 0. */
export function successAt({ ranking, relevant }: JudgedRanking, k: number): number {
  return ranking.slice(0, k).some((id) => relevant.has(id)) ? 1 : 0;
}

/** 1/rank of the first relevant document, 0 when there is none. */
export function reciprocalRank({ ranking, relevant }: JudgedRanking): number {
  const index = ranking.findIndex((id) => relevant.has(id));
  return index < 0 ? 0 : 1 / (index + 1);
}

/**
 * Average precision over the first `k`, divided by the number of relevant documents (trec_eval's
 * `map_cut`): relevant documents beyond `k` count as missed.
 */
export function averagePrecisionAt({ ranking, relevant }: JudgedRanking, k: number): number {
  let found = 0;
  let sum = 0;
  for (const [index, id] of ranking.slice(0, k).entries()) {
    if (!relevant.has(id)) continue;
    found += 1;
    sum += found / (index + 1);
  }
  return sum / relevant.size;
}

/** Normalised discounted cumulative gain, grade ÷ log2(rank + 1) (Järvelin & Kekäläinen 2002, linear gain). */
export function ndcgAt({ ranking, relevant }: JudgedRanking, k: number): number {
  const gains = ranking.slice(0, k).map((id) => relevant.get(id) ?? 0);
  const ideal = [...relevant.values()].toSorted((a, b) => b - a).slice(0, k);
  return discounted(gains) / discounted(ideal);
}

/** The measures of one ranking by the names reports use. */
export const rankingMetrics = {
  'map@5': (query: JudgedRanking) => averagePrecisionAt(query, 5),
  'recall@1': (query: JudgedRanking) => recallAt(query, 1),
  'recall@10': (query: JudgedRanking) => recallAt(query, 10),
  'success@1': (query: JudgedRanking) => successAt(query, 1),
  'success@10': (query: JudgedRanking) => successAt(query, 10),
  mrr: reciprocalRank,
  'ndcg@10': (query: JudgedRanking) => ndcgAt(query, 10),
} as const satisfies Readonly<Record<string, (query: JudgedRanking) => number>>;

export type MetricName = keyof typeof rankingMetrics;
export const metricNames = Object.keys(rankingMetrics) as MetricName[];

/** A score and whether what it speaks for is true. */
export interface LabelledScore {
  readonly score: number;
  readonly positive: boolean;
}

/**
 * The chance that a positive scores above a negative, ties counting half (Mann–Whitney U ÷ pairs).
 * NaN when one of the two kinds is missing.
 */
export function auroc(items: readonly LabelledScore[]): number {
  const sorted = items.toSorted((a, b) => a.score - b.score);
  const positives = sorted.filter((item) => item.positive).length;
  const negatives = sorted.length - positives;
  let rankSum = 0;
  for (let start = 0; start < sorted.length;) {
    let end = start;
    while (end < sorted.length && sorted[end]?.score === sorted[start]?.score) end += 1;
    const rank = (start + 1 + end) / 2;
    for (let index = start; index < end; index += 1) if (sorted[index]?.positive) rankSum += rank;
    start = end;
  }
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/**
 * Expected calibration error (Guo et al. 2017): mean over equally wide bins of |share of positives −
 * mean probability|, weighted by how many fall in the bin. NaN without items.
 */
export function expectedCalibrationError(items: readonly LabelledScore[], bins = 10): number {
  const counts = Array.from({ length: bins }, () => ({ positives: 0, probability: 0 }));
  for (const { score, positive } of items) {
    const bin = counts[Math.min(bins - 1, Math.max(0, Math.floor(score * bins)))];
    if (bin === undefined) continue;
    bin.positives += positive ? 1 : 0;
    bin.probability += score;
  }
  // |positives/n − probability/n| · n/total, so the bin's own size cancels out.
  const gap = counts.reduce((sum, bin) => sum + Math.abs(bin.positives - bin.probability), 0);
  return gap / items.length;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function hits(ids: readonly string[], relevant: ReadonlyMap<string, number>): number {
  return ids.filter((id) => relevant.has(id)).length;
}

function discounted(gains: readonly number[]): number {
  return gains.reduce((sum, gain, index) => sum + gain / Math.log2(index + 2), 0);
}
