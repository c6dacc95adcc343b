import { ValidationError } from '#platform/errors.ts';

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

/**
 * The metric of that name; "map5", "r1" and "s@10" are understood too.
 * @throws ValidationError naming the metrics there are.
 */
export function parseMetric(raw: string): MetricName {
  const plain = (name: string): string =>
    name
      .toLowerCase()
      .replace(/^(?:s|success)(?=@?\d)/u, 'success')
      .replace(/^(?:r|recall)(?=@?\d)/u, 'recall')
      .replaceAll('@', '');
  const found = metricNames.find((name) => plain(name) === plain(raw.trim()));
  if (found !== undefined) return found;
  throw new ValidationError(`there is no metric "${raw}"`, {
    field: 'metric',
    remedy: `Choose from: ${metricNames.join(', ')}.`,
  });
}

/** A score and whether what it speaks for is true. */
export interface LabelledScore {
  readonly score: number;
  readonly positive: boolean;
  /** How much it counts; 1 unless given. */
  readonly weight?: number;
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

/** What was predicted and what was seen in one bin of probabilities. */
export interface ReliabilityBin {
  /** Bounds of the bin, 0 to 1. */
  readonly from: number;
  readonly to: number;
  /** Summed weight. */
  readonly count: number;
  /** Mean probability and share of positives; NaN in an empty bin. */
  readonly predicted: number;
  readonly observed: number;
}

export function reliabilityBins(items: readonly LabelledScore[], bins = 10): ReliabilityBin[] {
  const sums = Array.from({ length: bins }, () => ({ count: 0, positives: 0, probability: 0 }));
  for (const { score, positive, weight = 1 } of items) {
    const bin = sums[Math.min(bins - 1, Math.max(0, Math.floor(score * bins)))];
    if (bin === undefined) continue;
    bin.count += weight;
    bin.positives += positive ? weight : 0;
    bin.probability += score * weight;
  }
  return sums.map(({ count, positives, probability }, index) => ({
    from: index / bins,
    to: (index + 1) / bins,
    count,
    predicted: probability / count,
    observed: positives / count,
  }));
}

/**
 * Expected calibration error (Guo et al. 2017): mean over equally wide bins of |share of positives −
 * mean probability|, weighted by how much falls in the bin. NaN without items.
 */
export function expectedCalibrationError(items: readonly LabelledScore[], bins = 10): number {
  const filled = reliabilityBins(items, bins).filter(({ count }) => count > 0);
  const total = filled.reduce((sum, { count }) => sum + count, 0);
  const gap = filled.reduce(
    (sum, { count, predicted, observed }) => sum + count * Math.abs(observed - predicted),
    0,
  );
  return gap / total;
}

/** Mean squared difference between probability and truth (Brier 1950). NaN without items. */
export function brierScore(items: readonly LabelledScore[]): number {
  const total = items.reduce((sum, { weight = 1 }) => sum + weight, 0);
  const squared = items.reduce(
    (sum, { score, positive, weight = 1 }) => sum + weight * (score - (positive ? 1 : 0)) ** 2,
    0,
  );
  return squared / total;
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
