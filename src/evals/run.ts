import type { EmbedderSet } from '#ai/ports.ts';
import { isoDay } from '#platform/clock.ts';
import { ValidationError } from '#platform/errors.ts';
import { type PassageMatch, retrieverVersion, searchPassages } from '#retrieval/index.ts';
import { type BeirSplit, readBeir } from './beir.ts';
import { bootstrapInterval, type Interval, quantile } from './bootstrap.ts';
import {
  auroc,
  expectedCalibrationError,
  type JudgedRanking,
  type LabelledScore,
  mean,
  type MetricName,
  metricNames,
  rankingMetrics,
} from './metrics.ts';
import { openCorpus, searchEach } from './open-corpus.ts';
import type { EvalProgress } from './progress.ts';
import { type Arm, rankDocuments } from './rank-query.ts';

export interface EvalOptions {
  readonly dataDir: string;
  readonly split: string;
  readonly arms: readonly Arm[];
  /** Only documents and queries in this language (ISO 639-1); null for all. */
  readonly language: string | null;
  /** A PostgreSQL server to make a temporary database on; null for the embedded one, in memory. */
  readonly serverUrl: string | null;
  readonly embedders: EmbedderSet;
  readonly onProgress: EvalProgress;
}

export type ArmReport = Readonly<Record<MetricName, number>>;

export interface EvalReport {
  readonly data: string;
  readonly split: string;
  readonly queries: number;
  readonly arms: Partial<Record<Arm, ArmReport>>;
  /** 95 % bootstrap intervals over queries. */
  readonly intervals: Partial<Record<Arm, Readonly<Record<MetricName, Interval>>>>;
  /**
   * Of the probability of each query's best match. Null without unanswerable queries: the calibration
   * expects that most queries have no answer, and says too little where all have one.
   */
  readonly probability: {
    readonly ece: number | null;
    readonly auroc: number | null;
    readonly unanswerable: number;
  };
  readonly documents: number;
  readonly passages: number;
  /** What the importer said of each document it refused. */
  readonly refused: readonly string[];
  readonly model: string;
  readonly retriever: string;
  /** Milliseconds; search is per query without embedding it. */
  readonly timings: {
    readonly import: number;
    readonly embed: number;
    readonly searchP50: number;
    readonly searchP95: number;
  };
  readonly ms: number;
}

/**
 * Measures retrieval on one split of a BEIR folder through the code that serves posts: the corpus is
 * imported, approved and embedded, each query masked as a post's text is and searched as one claim.
 * @throws ValidationError for wrong data.
 */
export async function runEvaluation(options: EvalOptions): Promise<EvalReport> {
  const startedAt = performance.now();
  const data = inLanguage(await readBeir(options.dataDir, options.split), options.language);
  await using corpus = await openCorpus({
    name: data.name,
    lines: data.corpusLines,
    language: options.language,
    serverUrl: options.serverUrl,
    embedders: options.embedders,
    onProgress: options.onProgress,
  });
  const { ctx, loaded, documentOf } = corpus;
  const filter = { asOf: isoDay(ctx.clock()), citableOnly: true };
  const found = await searchEach(
    ctx,
    [...data.queries, ...data.unanswerable].map((query) => query.text),
    async (batch, query): Promise<FoundMatches> => {
      const searchedAt = performance.now();
      const limit = Number.POSITIVE_INFINITY;
      const matches = await searchPassages(ctx, batch, query, { filter, limit });
      return { matches, ms: performance.now() - searchedAt };
    },
    options.onProgress,
  );
  const judge = (arm: Arm): JudgedRanking[] =>
    data.queries.map((query, index) => ({
      ranking: rankDocuments(found[index]?.matches ?? [], arm, documentOf),
      relevant: data.qrels.get(query.id) ?? new Map(),
    }));
  const reports = options.arms.map((arm) => [arm, measure(judge(arm))] as const);
  const searchMs = found.map((query) => query.ms).toSorted((a, b) => a - b);
  return {
    data: data.name,
    split: data.split,
    queries: data.queries.length,
    arms: Object.fromEntries(reports.map(([arm, report]) => [arm, report.values])),
    intervals: Object.fromEntries(reports.map(([arm, report]) => [arm, report.intervals])),
    probability: judgeProbability(data, found, documentOf),
    documents: loaded.documents,
    passages: loaded.passages,
    refused: loaded.refused,
    model: corpus.model,
    retriever: retrieverVersion,
    timings: {
      import: Math.round(loaded.importMs),
      embed: Math.round(loaded.embedMs),
      searchP50: rounded(quantile(searchMs, 0.5)),
      searchP95: rounded(quantile(searchMs, 0.95)),
    },
    ms: Math.round(performance.now() - startedAt),
  };
}

function inLanguage(data: BeirSplit, language: string | null): BeirSplit {
  if (language === null) return data;
  const queries = data.queries.filter((query) => query.language === language);
  if (queries.length === 0) {
    throw new ValidationError(`no query of the split ${data.split} is in ${language}`, {
      field: 'language',
    });
  }
  const unanswerable = data.unanswerable.filter((query) => query.language === language);
  return { ...data, queries, unanswerable };
}

interface FoundMatches {
  readonly matches: readonly PassageMatch[];
  readonly ms: number;
}

function measure(rankings: readonly JudgedRanking[]) {
  const values = {} as Record<MetricName, number>;
  const intervals = {} as Record<MetricName, Interval>;
  for (const name of metricNames) {
    const perQuery = rankings.map((query) => rankingMetrics[name](query));
    values[name] = rounded(mean(perQuery));
    const { low, high } = bootstrapInterval(perQuery, mean);
    intervals[name] = { low: rounded(low), high: rounded(high) };
  }
  return { values, intervals };
}

/** The best match is right when its document is relevant; for an unanswerable query it never is. */
function judgeProbability(
  data: BeirSplit,
  found: readonly FoundMatches[],
  documentOf: ReadonlyMap<number, string>,
): EvalReport['probability'] {
  const isAnswerable = (index: number): boolean => index < data.queries.length;
  const top = found.map(({ matches }, index) => {
    const [best] = matches;
    const document = best === undefined ? undefined : documentOf.get(best.passageId);
    const relevant = data.qrels.get(data.queries[index]?.id ?? '');
    return {
      score: best?.probability ?? 0,
      answerable: isAnswerable(index),
      positive: document !== undefined && relevant?.has(document) === true,
    };
  });
  const answered: LabelledScore[] = top.map(({ score, answerable }) => ({
    score,
    positive: answerable,
  }));
  const hasUnanswerable = data.unanswerable.length > 0;
  return {
    ece: hasUnanswerable ? rounded(expectedCalibrationError(top)) : null,
    auroc: hasUnanswerable ? rounded(auroc(answered)) : null,
    unanswerable: data.unanswerable.length,
  };
}

/** Four digits after the point: more would be noise. */
function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
