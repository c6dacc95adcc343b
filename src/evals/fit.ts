import {
  auroc,
  expectedCalibrationError,
  type LabelledScore,
  riskCoverage,
  widestAtRisk,
} from '#evaluations/index.ts';
import { isoDay } from '#platform/clock.ts';
import {
  collectCandidates,
  evidenceNames,
  followCurve,
  type ModelSettings,
  rankingNames,
  readCandidates,
  weighCandidates,
} from '#retrieval/index.ts';
import type { BeirSplit } from './beir.ts';
import type { RankingSample } from './fit-ranking.ts';
import { fitIsotonic } from './isotonic.ts';
import { fitLogistic, type LogisticModel, logisticProbability } from './logistic.ts';
import { type OpenCorpus, searchEach } from './open-corpus.ts';
import type { EvalProgress } from './progress.ts';

/** `held_out`: the relevant documents were taken out first, so no match is right. */
export type ExampleKind = 'answerable' | 'held_out' | 'unanswerable' | 'unrelated';

/** The best match of one query: what speaks for it, and whether it is right. */
export interface MatchExample {
  readonly set: string;
  readonly kind: ExampleKind;
  readonly queryId: string;
  /** In the order of `evidenceNames`. */
  readonly features: readonly number[];
  readonly positive: boolean;
  /** All that were read, best first. */
  readonly candidates: RankingSample['candidates'];
}

export interface ExampleSource {
  readonly set: string;
  readonly data: BeirSplit;
  /** Texts the corpus says nothing about. */
  readonly unrelated: readonly string[];
}

/** Searches one opened corpus for every query with and without its relevant documents, and for the unrelated texts. */
export async function collectExamples(
  source: ExampleSource,
  { ctx, documentOf }: Pick<OpenCorpus, 'ctx' | 'documentOf'>,
  settings: ModelSettings,
  progress: EvalProgress,
): Promise<MatchExample[]> {
  const { set, data } = source;
  const filter = { asOf: isoDay(ctx.clock()), classification: 'citable' as const };
  const queries = [...data.queries, ...data.unanswerable];
  let next = 0;
  const found = await searchEach(
    ctx,
    [...queries.map((query) => query.text), ...source.unrelated],
    async (batch, prepared): Promise<MatchExample[]> => {
      const query = queries[next];
      const queryId = query?.id ?? `${set}-${next}`;
      next += 1;
      const relevant = data.qrels.get(query?.id ?? '');
      const isRelevant = ({ passageId }: { readonly passageId: number }): boolean =>
        relevant?.has(documentOf.get(passageId) ?? '') === true;
      const all = await collectCandidates(ctx, batch, prepared, filter);
      const example = async (kind: ExampleKind, candidates: typeof all.candidates) => {
        const kept = { ...all, candidates };
        const input = await readCandidates(ctx, { ...batch, settings }, prepared, kept);
        const ranked = weighCandidates(candidates, input, settings);
        const read = ranked.flatMap((one) => (one.read === null ? [] : [{ ...one, ...one.read }]));
        const [best] = read;
        if (best === undefined || best.evidence.cosine === null) return [];
        return [
          {
            set,
            kind,
            queryId,
            features: evidenceNames.map((name) => best.evidence[name] ?? 0),
            positive: isRelevant(best),
            candidates: read.map((one) => ({
              features: rankingNames.map((name) => one.features[name]),
              relevant: isRelevant(one),
            })),
          },
        ];
      };
      if (query === undefined) return example('unrelated', all.candidates);
      if (!query.answerable) return example('unanswerable', all.candidates);
      const remaining = all.candidates.filter((candidate) => !isRelevant(candidate));
      // A small corpus may lack the relevant documents by itself.
      const lacks = remaining.length === all.candidates.length;
      return [
        ...(await example(lacks ? 'held_out' : 'answerable', all.candidates)),
        ...(lacks ? [] : await example('held_out', remaining)),
      ];
    },
    progress,
  );
  return found.flat();
}

export interface FitReport {
  readonly model: LogisticModel;
  readonly curve: ReadonlyArray<readonly [number, number]>;
  /** From here on the matches that were fitted on are wrong at most 5 % of the time. */
  readonly strictThreshold: number;
  /** On the examples it was fitted on, and on the others. */
  readonly fitted: Judgement;
  readonly others: Judgement;
  readonly othersWithoutCurve: Judgement;
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
  const plain = (example: MatchExample): number => logisticProbability(model, example.features);
  const curve = fitIsotonic(
    weighed.map((example) => ({
      x: plain(example),
      y: example.positive ? 1 : 0,
      weight: example.weight,
    })),
  );
  const curved = (example: MatchExample): number => followCurve(plain(example), curve);
  const points = riskCoverage(weighed.map((example) => ({ ...example, score: curved(example) })));
  const scored = (examples: readonly MatchExample[], score = curved): LabelledScore[] =>
    withWeights(examples).map((one) => ({ ...one, score: score(one) }));
  return {
    model,
    curve,
    strictThreshold: widestAtRisk(points, strictRisk)?.threshold ?? 1,
    fitted: judge(scored(fitted), relatedThreshold),
    others: judge(scored(others), relatedThreshold),
    othersWithoutCurve: judge(scored(others, plain), relatedThreshold),
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
  const sum = (items: readonly LabelledScore[]): number =>
    items.reduce((total, { weight = 1 }) => total + weight, 0);
  const accepted = scores.filter(({ score }) => score >= threshold);
  const right = accepted.filter(({ positive }) => positive);
  return {
    examples: scores.length,
    auroc: auroc(scores),
    ece: expectedCalibrationError(scores),
    risk: accepted.length === 0 ? 0 : 1 - sum(right) / sum(accepted),
    accepted: sum(right) / sum(scores.filter(({ positive }) => positive)),
  };
}
