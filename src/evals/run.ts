import type { EmbedderSet } from '#ai/ports.ts';
import {
  type Arm,
  type EvalRun,
  type FoundQuery,
  quantile,
  runFormat,
  type Slice,
} from '#evaluations/index.ts';
import { canonicalJson, sha256Hex } from '#platform/hash.ts';
import { retrieverVersion } from '#retrieval/index.ts';
import { type BeirSplit, readBeir } from './beir.ts';
import { documentTitles } from './document-titles.ts';
import { measureAbstention } from './measure-abstention.ts';
import { measureArms } from './measure-arms.ts';
import { noiseSlice, subsetSlices } from './measure-slices.ts';
import type { NoiseName } from './noise/noises.ts';
import { openCorpus } from './open-corpus.ts';
import type { EvalProgress } from './progress.ts';
import { type Languages, restrictLanguages } from './restrict-languages.ts';
import { judgedSearch } from './search-judged.ts';

export interface EvalOptions {
  readonly dataDir: string;
  readonly split: string;
  readonly arms: readonly Arm[];
  readonly languages: Languages;
  /** Noisy copies of the queries to measure besides; null for no slices at all. */
  readonly slices: readonly NoiseName[] | null;
  /** YAML of name groups to put in force; none when absent or null. */
  readonly namesFile?: string | null;
  /** A PostgreSQL server to make a temporary database on; null for the embedded one, in memory. */
  readonly serverUrl: string | null;
  readonly embedders: EmbedderSet;
  readonly code: EvalRun['code'];
  readonly onProgress: EvalProgress;
}

/**
 * Measures retrieval on one split of a BEIR folder through the code that serves posts: the corpus is
 * imported, approved and embedded, each query masked as a post's text is and searched as one claim.
 * Every slice is measured on the same opened corpus.
 * @throws ValidationError for wrong data.
 */
export async function runEvaluation(options: EvalOptions): Promise<EvalRun> {
  const startedAt = performance.now();
  const { arms, onProgress, embedders } = options;
  const data = restrictLanguages(await readBeir(options.dataDir, options.split), options.languages);
  await using corpus = await openCorpus({
    name: data.name,
    lines: data.corpusLines,
    language: options.languages.documents,
    namesFile: options.namesFile ?? null,
    serverUrl: options.serverUrl,
    embedders,
    onProgress,
  });
  const { ctx, loaded } = corpus;
  const search = judgedSearch(corpus);
  const queries = await search([...data.queries, ...data.unanswerable], data.qrels, {
    heldOut: true,
    onProgress,
  });
  const answerable = queries.filter((query) => query.answerable);
  const slices: Slice[] = options.slices === null ? [] : subsetSlices(queries, arms);
  for (const name of options.slices ?? []) {
    const slice = await noiseSlice(search, name, { data, clean: answerable, arms, onProgress });
    if (slice !== null) slices.push(slice);
  }
  const searchMs = queries.map((query) => query.ms).toSorted((a, b) => a - b);
  return {
    format: runFormat,
    createdAt: ctx.clock().toISOString(),
    code: options.code,
    model: { name: corpus.model, fingerprint: embedders.configured.info.fingerprint },
    retriever: retrieverVersion,
    configuration: { ...ctx.settingsOf(corpus.model) },
    engine: options.serverUrl === null ? 'pglite' : 'postgres',
    data: {
      ...(await hashesOf(data)),
      name: data.name,
      split: data.split,
      language: options.languages.documents,
    },
    documents: loaded.documents,
    passages: loaded.passages,
    refused: [...loaded.refused],
    arms: [...arms],
    ...measureArms(answerable, arms),
    abstention: measureAbstention(queries),
    slices,
    queries,
    titles: documentTitles(data.corpusLines, mentioned(queries)),
    timings: {
      import: Math.round(loaded.importMs),
      embed: Math.round(loaded.embedMs),
      searchP50: quantile(searchMs, 0.5),
      searchP95: quantile(searchMs, 0.95),
    },
    ms: Math.round(performance.now() - startedAt),
  };
}

async function hashesOf(data: BeirSplit) {
  const judged = [...data.queries, ...data.unanswerable].map((query) => [
    query.id,
    query.text,
    [...(data.qrels.get(query.id) ?? [])],
  ]);
  return {
    corpusSha256: await sha256Hex(data.corpusLines.join('\n')),
    queriesSha256: await sha256Hex(canonicalJson(judged)),
  };
}

function mentioned(queries: readonly FoundQuery[]): Set<string> {
  return new Set(
    queries.flatMap((query) => [
      ...query.relevant.map(({ id }) => id),
      ...Object.values(query.returned).flatMap((list) => list.map(({ id }) => id)),
    ]),
  );
}
