import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '#config/env.ts';
import { readBeir } from '#evals/beir.ts';
import {
  calibrationWeights,
  collectExamples,
  fitCalibration,
  relatedThreshold,
  type MatchExample,
} from '#evals/fit.ts';
import { createEmbedders } from '../src/context.ts';

/**
 * Fits the match probability of the configured model and writes it to `src/retrieval/model-settings.json`.
 * Usage: node --import tsx evals/fit-calibration.ts --data-root DIR
 */
const { values } = parseArgs({ options: { 'data-root': { type: 'string' } } });
const root = values['data-root'];
if (root === undefined) throw new Error('give --data-root DIR, the folder of the data sets');

interface FitSet {
  readonly folder: string;
  readonly split: string;
  readonly language?: string;
  /** Which queries are fitted on; the others are measured on. */
  readonly fits: (queryId: string, split: string | null) => boolean;
  /** Also as a corpus of this many documents: confidence must not depend on the corpus being large. */
  readonly small?: number;
  /** Not every right passage is marked: without the marked ones the best match may still be right. */
  readonly isIncomplete?: true;
}

const half = (id: string): boolean =>
  [...id].reduce((sum, char) => sum + char.charCodeAt(0), 0) % 2 === 0;
const inTrain = (_id: string, split: string | null): boolean => split === 'train';
const sets: readonly FitSet[] = [
  { folder: 'ct20_task2_en', split: 'train', fits: inTrain },
  { folder: 'ct20_task2_en', split: 'dev', fits: inTrain },
  { folder: 'alqac23_vi', split: 'all', fits: inTrain, small: 60 },
  { folder: 'vihallu_vi_dev', split: 'all', fits: half, small: 50 },
  { folder: 'xquad_vi_en_zh', split: 'mono', language: 'vi', fits: half, small: 24 },
  { folder: 'zalo_wikiqa_vi', split: 'all', fits: inTrain, small: 100, isIncomplete: true },
];
/** Comments that match nothing: the first thousand, every other one fitted on. */
const comments = (await readFile(join(root, 'vilexnorm_vi/train.jsonl'), 'utf8'))
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => (JSON.parse(line) as { original: string }).original)
  .filter((text) => text.split(/\s+/u).length >= 4)
  .slice(0, 1000);

await using embedders = await createEmbedders(readConfig());
const fitted: MatchExample[] = [];
const others: MatchExample[] = [];
for (const set of sets) {
  const data = await readBeir(join(root, set.folder), set.split);
  const queries = data.queries.filter(
    (query) => (set.language ?? query.language) === query.language,
  );
  for (const size of [null, ...(set.small === undefined ? [] : [set.small])]) {
    const name = size === null ? set.folder : `${set.folder}, ${size} documents`;
    const examples = await collectExamples({
      set: name,
      data: { ...data, queries },
      corpus: {
        lines:
          size === null ? data.corpusLines : someLines(data.corpusLines, queries, data.qrels, size),
        language: set.language ?? null,
        serverUrl: null,
        embedders,
        onProgress: (stage, done, total) => {
          if (done === total) process.stderr.write(`${name}: ${stage} ${total}\n`);
        },
      },
      unrelated: size === null && set.folder.endsWith('_vi') ? comments : [],
    });
    const splitOf = new Map(
      [...queries, ...data.unanswerable].map((query) => [query.id, query.split]),
    );
    for (const [index, example] of examples.entries()) {
      if (set.isIncomplete === true && example.kind === 'held_out') continue;
      const fits =
        example.kind === 'unrelated'
          ? index % 2 === 0
          : example.kind !== 'unanswerable' &&
            set.fits(example.queryId, splitOf.get(example.queryId) ?? null);
      (fits ? fitted : others).push(example);
    }
  }
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

const report = fitCalibration(fitted, others);
const path = new URL('../src/retrieval/model-settings.json', import.meta.url);
const settings = JSON.parse(await readFile(path, 'utf8')) as Record<string, object>;
const name = embedders.configured.info.name;
const rounded = (value: number): number => Math.round(value * 100) / 100;
settings[name] = {
  ...settings[name],
  calibration: {
    bias: rounded(report.model.bias),
    cosine: 0,
    ...Object.fromEntries(
      calibrationWeights.map((weight, index) => [
        weight,
        rounded(report.model.weights[index] ?? 0),
      ]),
    ),
  },
  threshold: relatedThreshold,
};
await writeFile(path, `${JSON.stringify(settings, null, 2)}\n`);
process.stdout.write(`${JSON.stringify(report)}\n`);
