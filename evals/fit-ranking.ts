import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '#config/env.ts';
import { type BeirSplit, readBeir } from '#evals/beir.ts';
import { fitRanking } from '#evals/fit-ranking.ts';
import {
  collectExamples,
  fitCalibration,
  type MatchExample,
  relatedThreshold,
} from '#evals/fit.ts';
import { isFittedOn } from '#evals/fitted-part.ts';
import { openCorpus, type OpenCorpus } from '#evals/open-corpus.ts';
import { cachedEmbedders } from '#evals/vector-cache.ts';
import { evidenceNames, type ModelSettings, settingsOf } from '#retrieval/index.ts';
import { createEmbedders } from '../src/context.ts';

/**
 * Fits ranking weights and match probability of the configured model and writes them to
 * `src/retrieval/model-settings.json`. First the ranker, on the whole corpora; then the probability of
 * what that ranker puts first.
 * Usage: node --import tsx evals/fit-ranking.ts --data-root DIR [--vector-cache DIR]
 */
const { values } = parseArgs({
  options: { 'data-root': { type: 'string' }, 'vector-cache': { type: 'string' } },
});
const root = values['data-root'];
if (root === undefined) throw new Error('give --data-root DIR, the folder of the data sets');

interface FitSet {
  readonly folder: string;
  readonly split: string;
  readonly language?: string;
  /** Also as a corpus of this many documents: confidence must not depend on the corpus being large. */
  readonly small?: number;
  /** Not every right passage is marked: without the marked ones the best match may still be right. */
  readonly isIncomplete?: true;
}

const sets: readonly FitSet[] = [
  { folder: 'ct20_task2_en', split: 'train' },
  { folder: 'ct20_task2_en', split: 'dev' },
  { folder: 'alqac23_vi', split: 'all', small: 60 },
  { folder: 'vihallu_vi_dev', split: 'all', small: 50 },
  { folder: 'xquad_vi_en_zh', split: 'mono', language: 'vi', small: 24 },
  { folder: 'zalo_wikiqa_vi', split: 'all', small: 100, isIncomplete: true },
];
/** Comments that match nothing: the first thousand, every other one fitted on. */
const comments = (await readFile(join(root, 'vilexnorm_vi/train.jsonl'), 'utf8'))
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => (JSON.parse(line) as { original: string }).original)
  .filter((text) => text.split(/\s+/u).length >= 4)
  .slice(0, 1000);

interface Prepared {
  readonly set: FitSet;
  readonly name: string;
  readonly data: BeirSplit;
  readonly corpus: OpenCorpus;
  readonly isSmall: boolean;
}

const own = await createEmbedders(readConfig());
const cache = values['vector-cache'];
await using embedders = cache === undefined ? own : cachedEmbedders(own, cache);
await using opened = new AsyncDisposableStack();
const prepared: Prepared[] = [];
for (const set of sets) {
  const data = await readBeir(join(root, set.folder), set.split);
  const inLanguage = ({ language }: { readonly language: string | null }): boolean =>
    (set.language ?? language) === language;
  const queries = data.queries.filter(inLanguage);
  for (const size of [null, ...(set.small === undefined ? [] : [set.small])]) {
    const name = size === null ? set.folder : `${set.folder}, ${size} documents`;
    const known = prepared.find((one) => one.name === name);
    const lines =
      size === null ? data.corpusLines : someLines(data.corpusLines, queries, data.qrels, size);
    const corpus =
      known?.corpus ??
      opened.use(
        await openCorpus({
          name,
          lines,
          language: set.language ?? null,
          serverUrl: null,
          embedders,
          onProgress: report(name),
        }),
      );
    prepared.push({ set, name, data: { ...data, queries }, corpus, isSmall: size !== null });
  }
}

const model = embedders.configured.info.name;
const before = settingsOf(model);
const ranking = fitRanking((await examplesOf(before, false)).fitted);
const settings = { ...before, ranking: roundedAll(ranking) };
const { fitted, others } = await examplesOf(settings, true);
const calibration = fitCalibration(fitted, others);

const path = new URL('../src/retrieval/model-settings.json', import.meta.url);
const file = JSON.parse(await readFile(path, 'utf8')) as Record<string, ModelSettings>;
file[model] = {
  ...settings,
  calibration: {
    bias: rounded(calibration.model.bias),
    weights: roundedAll(
      Object.fromEntries(
        evidenceNames.map((name, index) => [name, calibration.model.weights[index] ?? 0]),
      ) as ModelSettings['calibration']['weights'],
    ),
    curve: calibration.curve.map(([from, to]) => [rounded(from), rounded(to)]),
  },
  threshold: relatedThreshold,
};
await writeFile(path, `${JSON.stringify(file, null, 2)}\n`);
process.stdout.write(`${JSON.stringify({ ranking, ...calibration })}\n`);

/** What each query's matches look like under these settings; of the small corpora too, or not. */
async function examplesOf(settings: ModelSettings, withSmall: boolean) {
  const fitted: MatchExample[] = [];
  const others: MatchExample[] = [];
  for (const { set, name, data, corpus, isSmall } of prepared) {
    if (isSmall && !withSmall) continue;
    const unrelated = withSmall && !isSmall && /_vi(?:_dev)?$/.test(set.folder) ? comments : [];
    const examples = await collectExamples(
      { set: name, data, unrelated },
      corpus,
      settings,
      report(name),
    );
    const queryOf = new Map([...data.queries, ...data.unanswerable].map((one) => [one.id, one]));
    for (const [index, example] of examples.entries()) {
      if (set.isIncomplete === true && example.kind === 'held_out') continue;
      const query = queryOf.get(example.queryId);
      const fits = query === undefined ? index % 2 === 0 : isFittedOn(set.folder, query);
      (fits ? fitted : others).push(example);
    }
  }
  return { fitted, others };
}

function report(name: string) {
  return (stage: string, done: number, total: number): void => {
    if (done === total) process.stderr.write(`${name}: ${stage} ${total}\n`);
  };
}

/** The lines of some documents that answer a query, spread evenly. */
function someLines(
  lines: readonly string[],
  queries: readonly { readonly id: string }[],
  qrels: ReadonlyMap<string, ReadonlyMap<string, number>>,
  size: number,
): string[] {
  const relevant = [
    ...new Set(queries.flatMap((query) => [...(qrels.get(query.id)?.keys() ?? [])])),
  ];
  const step = Math.max(1, Math.floor(relevant.length / size));
  const kept = new Set(relevant.filter((_, index) => index % step === 0).slice(0, size));
  return lines.filter((line) => {
    if (line.trim() === '') return false;
    const row = JSON.parse(line) as { id?: unknown; _id?: unknown };
    return kept.has(String(row._id ?? row.id));
  });
}

function roundedAll<Name extends string>(numbers: Readonly<Record<Name, number>>) {
  const entries = Object.entries<number>(numbers).map(([name, value]) => [name, rounded(value)]);
  return Object.fromEntries(entries) as Record<Name, number>;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
