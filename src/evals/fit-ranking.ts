import { rankingNames, type RankingWeights } from '#retrieval/index.ts';
import { fitLogistic } from './logistic.ts';

/** What the ranker is to tell apart: one query's read candidates. */
export interface RankingSample {
  readonly set: string;
  readonly candidates: ReadonlyArray<{
    /** In the order of `rankingNames`. */
    readonly features: readonly number[];
    readonly relevant: boolean;
  }>;
}

/** More would only repeat what is wrong with every far candidate. */
const negativesPerQuery = 15;
const positivesPerQuery = 2;

/**
 * Linear weights under which the right candidate of a query stands before the wrong ones: logistic
 * regression on the differences of their features, in both directions (Joachims 2002). Every set weighs
 * the same, and within it every query. Candidates come best first.
 */
export function fitRanking(samples: readonly RankingSample[]): RankingWeights {
  const useful = samples.filter(
    ({ candidates }) =>
      candidates.some((one) => one.relevant) && candidates.some((one) => !one.relevant),
  );
  const sizeOf = Map.groupBy(useful, (sample) => sample.set);
  const differences = useful.flatMap(({ set, candidates }) => {
    const right = candidates.filter((one) => one.relevant).slice(0, positivesPerQuery);
    const wrong = candidates.filter((one) => !one.relevant).slice(0, negativesPerQuery);
    const weight = 1000 / (sizeOf.get(set)?.length ?? 1) / (right.length * wrong.length);
    return right.flatMap((good) =>
      wrong.flatMap((bad) => {
        const features = good.features.map((value, index) => value - (bad.features[index] ?? 0));
        const mirrored = features.map((value) => -value);
        return [
          { features, positive: true, weight },
          { features: mirrored, positive: false, weight },
        ];
      }),
    );
  });
  const { weights } = fitLogistic(differences);
  return Object.fromEntries(
    rankingNames.map((name, index) => [name, weights[index] ?? 0]),
  ) as unknown as RankingWeights;
}
