import {
  type Abstention,
  areaUnderRisk,
  auroc,
  bootstrapInterval,
  brierScore,
  expectedCalibrationError,
  type FoundQuery,
  type LabelledScore,
  reliabilityBins,
  riskCoverage,
  widestAtRisk,
} from '#evaluations/index.ts';
import { measured } from './measure-arms.ts';

/** The risk at which coverage is reported. */
const acceptedRisk = 0.05;
/** Points kept of a risk–coverage curve. */
const pointsKept = 200;

/**
 * How well the probability of the best match tells when to stay silent. The calibration expects that many
 * queries have no answer, so each query is judged as it is and again with its relevant documents held
 * out; where a set has unanswerable queries of its own those are judged instead, because its passages
 * may hold more answers than were marked.
 */
export function measureAbstention(queries: readonly FoundQuery[]): Abstention {
  const unanswerable = queries.filter((query) => !query.answerable);
  const examples = matchExamples(queries, { heldOut: unanswerable.length === 0 });
  const points = riskCoverage(examples);
  const againstUnanswerable = answerabilityScores(queries, 'unanswerable');
  const againstHeldOut = answerabilityScores(queries, 'held_out');
  const interval = (
    items: readonly LabelledScore[],
    statistic: (sample: readonly LabelledScore[]) => number,
  ) => {
    const { low, high } = bootstrapInterval(items, statistic, { resamples: 400 });
    return { low: measured(low), high: measured(high) };
  };
  const step = Math.max(1, Math.ceil(points.length / pointsKept));
  return {
    examples: examples.length,
    ece: measured(expectedCalibrationError(examples)),
    brier: measured(brierScore(examples)),
    aurc: measured(areaUnderRisk(points)),
    coverageAt5: measured(widestAtRisk(points, acceptedRisk)?.coverage ?? 0),
    aurocUnanswerable: measured(auroc(againstUnanswerable)),
    aurocHeldOut: measured(auroc(againstHeldOut)),
    intervals: {
      ece: interval(examples, expectedCalibrationError),
      aurocUnanswerable: interval(againstUnanswerable, auroc),
      aurocHeldOut: interval(againstHeldOut, auroc),
    },
    points: points.filter((_, index) => index % step === 0 || index === points.length - 1),
    bins: reliabilityBins(examples).map((bin) => ({
      ...bin,
      predicted: measured(bin.predicted),
      observed: measured(bin.observed),
    })),
  };
}

/** The best match of each query and whether it is right; held out, it never is. */
export function matchExamples(
  queries: readonly FoundQuery[],
  { heldOut }: { readonly heldOut: boolean },
): LabelledScore[] {
  const asTheyAre = queries.map(({ best }) => ({ score: best.probability, positive: best.right }));
  const without = queries.flatMap(({ heldOut: score }) =>
    score === null ? [] : [{ score, positive: false }],
  );
  return heldOut ? [...asTheyAre, ...without] : asTheyAre;
}

/** Probabilities of answerable queries' best matches (positive) and of the other kind's. */
export function answerabilityScores(
  queries: readonly FoundQuery[],
  against: 'unanswerable' | 'held_out',
): LabelledScore[] {
  const negatives = queries.flatMap((query) => {
    const score =
      against === 'held_out' ? query.heldOut : query.answerable ? null : query.best.probability;
    return score === null ? [] : [{ score, positive: false }];
  });
  if (negatives.length === 0) return [];
  const answerable = queries.filter((query) => query.answerable);
  return [
    ...answerable.map(({ best }) => ({ score: best.probability, positive: true })),
    ...negatives,
  ];
}
