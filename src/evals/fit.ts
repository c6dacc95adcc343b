import { isoDay } from '#platform/clock.ts';
import {
  collectCandidates,
  type RankedCandidate,
  settingsOf,
  weighCandidates,
} from '#retrieval/index.ts';
import type { BeirSplit } from './beir.ts';
import { fitLogistic, type LogisticModel, logisticProbability } from './logistic.ts';
import { auroc, expectedCalibrationError, type LabelledScore } from './metrics.ts';
import { type CorpusOptions, openCorpus, searchEach } from './open-corpus.ts';
import { riskCoverage, widestAtRisk } from './risk.ts';

/** `held_out`: the relevant documents were taken out first, so no match is right. */
export type ExampleKind = 'answerable' | 'held_out' | 'unanswerable' | 'unrelated';

/** The best match of one query: what speaks for it, and whether it is right. */
export interface MatchExample {
  readonly set: string;
  readonly kind: ExampleKind;
  readonly queryId: string;
  /** In the order of `calibrationWeights`. */
  readonly features: readonly number[];
  readonly positive: boolean;
}

/** What is fitted; the cosine itself added nothing beside these. */
export const calibrationWeights = ['coverage', 'lead', 'prominence'] as const;

export interface ExampleSource {
  readonly set: string;
  readonly data: BeirSplit;
  readonly corpus: Omit<CorpusOptions, 'name'>;
  /** Texts the corpus says nothing about. */
  readonly unrelated: readonly string[];
}

/** Searches for every query twice, with and without its relevant documents, and for the unrelated texts. */
export async function collectExamples(source: ExampleSource): Promise<MatchExample[]> {
  const { set, data } = source;
  await using corpus = await openCorpus({ ...source.corpus, name: set });
  const { ctx, documentOf } = corpus;
  const filter = { asOf: isoDay(ctx.clock()), citableOnly: true };
  const queries = [...data.queries, ...data.unanswerable];
  const settings = settingsOf(corpus.model);
  const candidates = await searchEach(
    ctx,
    [...queries.map((query) => query.text), ...source.unrelated],
    (batch, query) => collectCandidates(ctx, batch, query, filter),
    source.corpus.onProgress,
  );
  return candidates.flatMap((found, index): MatchExample[] => {
    const query = queries[index];
    const relevant = data.qrels.get(query?.id ?? '');
    const isRelevant = (id: number): boolean => relevant?.has(documentOf.get(id) ?? '') === true;
    const example = (kind: ExampleKind, kept: typeof found): MatchExample[] => {
      const [best] = weighCandidates(kept, settings.fusion);
      if (best === undefined || best.evidence.cosine === null) return [];
      const features = featuresOf(best);
      const queryId = query?.id ?? `${set}-${index}`;
      return [{ set, kind, queryId, features, positive: isRelevant(best.passageId) }];
    };
    if (query === undefined) return example('unrelated', found);
    if (!query.answerable) return example('unanswerable', found);
    // A small corpus may lack the relevant documents by itself.
    const remaining = found.filter((candidate) => !isRelevant(candidate.passageId));
    return [
      ...example(remaining.length === found.length ? 'held_out' : 'answerable', found),
      ...(remaining.length === found.length ? [] : example('held_out', remaining)),
    ];
  });
}

function featuresOf({ evidence }: RankedCandidate): number[] {
  return calibrationWeights.map((name) => evidence[name]);
}

export interface FitReport {
  readonly model: LogisticModel;
  /** From here on the matches that were fitted on are wrong at most 5 % of the time. */
  readonly strictThreshold: number;
  /** On the examples it was fitted on, and on the others. */
  readonly fitted: Judgement;
  readonly others: Judgement;
}

export interface Judgement {
  readonly examples: number;
  readonly auroc: number;
  readonly ece: number;
  /** Share of the accepted matches that is wrong, and share of the right ones that is accepted. */
  readonly risk: number;
  readonly accepted: number;
}

/**
 * A match is shown to people as RELATED when it is more likely right than not. A stricter threshold would
 * hide right matches as NO_POSITION, where nobody looks; a wrong one costs a drafter a glance.
 */
export const relatedThreshold = 0.5;
const strictRisk = 0.05;

/** Fits the calibration with every set and kind of example weighing the same, and judges it at `relatedThreshold`. */
export function fitCalibration(
  fitted: readonly MatchExample[],
  others: readonly MatchExample[],
): FitReport {
  const weighed = withWeights(fitted);
  const model = fitLogistic(weighed);
  const points = riskCoverage(
    weighed.map((example) => ({ ...example, score: logisticProbability(model, example.features) })),
  );
  const scored = (examples: readonly MatchExample[]): LabelledScore[] =>
    examples.map(({ features, positive }) => ({
      score: logisticProbability(model, features),
      positive,
    }));
  return {
    model,
    strictThreshold: widestAtRisk(points, strictRisk)?.threshold ?? 1,
    fitted: judge(scored(fitted), relatedThreshold),
    others: judge(scored(others), relatedThreshold),
  };
}

/** Every set and kind weighs as much as a hundred examples. */
function withWeights(
  examples: readonly MatchExample[],
): Array<MatchExample & { readonly weight: number }> {
  const groups = Map.groupBy(examples, (example) => `${example.set}/${example.kind}`);
  return [...groups.values()].flatMap((group) =>
    group.map((example) => ({ ...example, weight: 100 / group.length })),
  );
}

export function judge(scores: readonly LabelledScore[], threshold: number): Judgement {
  const accepted = scores.filter(({ score }) => score >= threshold);
  const right = accepted.filter(({ positive }) => positive).length;
  return {
    examples: scores.length,
    auroc: auroc(scores),
    ece: expectedCalibrationError(scores),
    risk: accepted.length === 0 ? 0 : 1 - right / accepted.length,
    accepted: right / scores.filter(({ positive }) => positive).length,
  };
}
