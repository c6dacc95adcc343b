import Table from 'cli-table3';
import type { Command } from 'commander';
import { noiseNames, parseNoise } from '#evals/noise/noises.ts';
import { writeRun } from '#evals/run-file.ts';
import { runEvaluation } from '#evals/run.ts';
import { type Arm, arms, type EvalRun, metricNames } from '#evaluations/index.ts';
import { ValidationError } from '#platform/errors.ts';
import { stagedProgress } from './eval-progress.ts';
import { recordFiles } from './eval-record.ts';
import { codeVersion, openEmbedders } from './eval-session.ts';
import { print, say } from './session.ts';

interface RunOptions {
  data: string;
  split: string;
  arms: string;
  language?: string;
  queryLanguage?: string;
  slices?: string | true;
  names?: string;
  out: string;
  vectorCache?: string;
  databaseUrl?: string;
  record?: string;
  json?: boolean;
}

export function registerEvalRun(evaluation: Command): void {
  evaluation
    .command('run')
    .description('measure retrieval on one split of a BEIR folder, in a database of its own')
    .requiredOption('--data <dir>', 'folder with corpus.jsonl, queries.jsonl and qrels*.tsv')
    .requiredOption('--split <name>', 'qrels.NAME.tsv, or qrels.tsv for the queries of that split')
    .option('--arms <names>', 'which legs to rank by, separated by commas', arms.join(','))
    .option('--language <code>', 'only documents and queries in this language')
    .option('--query-language <code>', 'queries in this language, whatever the documents are in')
    .option('--slices [names]', `noisy copies as well, all or some of: ${noiseNames.join(', ')}`)
    .option('--names <file>', 'name groups (YAML) to put in force first, such as demo/names.yaml')
    .option('--out <dir>', 'where the run is stored', 'data/evals')
    .option('--vector-cache <dir>', 'keep vectors there and make none twice')
    .option('--database-url <url>', 'a PostgreSQL server instead of the embedded database')
    .option('--record <evaluator>', 'keep the run in the database too, as this user')
    .option('--json', 'print the measures as one line of JSON')
    .action(run);
}

async function run(options: RunOptions): Promise<void> {
  const chosen = parseArms(options.arms);
  const slices =
    options.slices === undefined
      ? null
      : options.slices === true
        ? noiseNames
        : options.slices.split(',').map(parseNoise);
  await using embedders = await openEmbedders(options.vectorCache);
  using progress = stagedProgress();
  const result = await runEvaluation({
    dataDir: options.data,
    split: options.split,
    arms: chosen,
    languages: {
      documents: options.language ?? null,
      queries: options.queryLanguage ?? options.language ?? null,
    },
    slices,
    namesFile: options.names ?? null,
    serverUrl: options.databaseUrl ?? null,
    embedders,
    code: await codeVersion(),
    onProgress: progress.update,
  });
  progress[Symbol.dispose]();
  const path = await writeRun(options.out, result);
  if (options.record !== undefined) await recordFiles([path], options.record, say);
  for (const refused of result.refused) say(`✗ refused by the importer: ${refused}`);
  if (options.json !== true) return print(`${asTables(result)}\nStored in ${path}`);
  const { queries, titles: _titles, abstention, ...summary } = result;
  const { points: _points, bins: _bins, ...probability } = abstention;
  print(JSON.stringify({ ...summary, queries: queries.length, abstention: probability, path }));
}

/** @throws ValidationError naming the arms there are. */
function parseArms(raw: string): Arm[] {
  return [...new Set(raw.split(',').map((name) => name.trim()))].map((name) => {
    const arm = arms.find((known) => known === name);
    if (arm !== undefined) return arm;
    throw new ValidationError(`there is no arm "${name}"`, {
      field: 'arms',
      remedy: `Choose from: ${arms.join(', ')}.`,
    });
  });
}

function asTables(run: EvalRun): string {
  const { data, abstention, timings } = run;
  const queries = run.queries.filter((query) => query.answerable).length;
  return [
    `${data.name}, split ${data.split}: ${queries} queries, ${run.documents} documents, ${run.passages} passages (${run.model.name}, ${run.retriever})`,
    armTable(run),
    'Below each value its 95 % interval (bootstrap over queries).',
    ...(run.slices.length === 0 ? [] : [sliceTable(run)]),
    `Probability of the best match: ECE ${shown(abstention.ece)}, Brier ${shown(abstention.brier)}, AURC ${shown(abstention.aurc)}, ${shown(abstention.coverageAt5)} covered at 5 % risk; AUROC ${shown(abstention.aurocHeldOut)} with the answers held out, ${shown(abstention.aurocUnanswerable)} against unanswerable queries`,
    `Import ${seconds(timings.import)}, embedding ${seconds(timings.embed)}, search p50 ${timings.searchP50.toFixed(1)} ms, p95 ${timings.searchP95.toFixed(1)} ms, all ${seconds(run.ms)}`,
  ].join('\n');
}

function armTable(run: EvalRun): string {
  const table = new Table({ head: ['', ...metricNames], style: { head: [], border: [] } });
  for (const arm of run.arms) {
    const cells = metricNames.map((name) => {
      const { low, high } = run.intervals[arm]?.[name] ?? { low: null, high: null };
      return `${shown(run.values[arm]?.[name])}\n${shown(low)}–${shown(high)}`;
    });
    table.push([arm, ...cells]);
  }
  return table.toString();
}

/** success@10 of every arm, and its ratio to the same queries unchanged. */
function sliceTable(run: EvalRun): string {
  const head = ['slice', 'queries', ...run.arms.flatMap((arm) => [`${arm} S@10`, '÷ clean'])];
  const table = new Table({ head, style: { head: [], border: [] } });
  for (const { name, queries, values, ratio } of run.slices) {
    const cells = run.arms.flatMap((arm) => [
      shown(values[arm]?.['success@10']),
      ratio === null ? '' : shown(ratio[arm]?.value),
    ]);
    table.push([name, String(queries), ...cells]);
  }
  return table.toString();
}

function shown(value: number | null | undefined): string {
  return value === null || value === undefined ? '–' : value.toFixed(3);
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
