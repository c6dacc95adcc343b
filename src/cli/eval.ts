import Table from 'cli-table3';
import type { Command } from 'commander';
import { readConfig } from '#config/env.ts';
import { metricNames } from '#evals/metrics.ts';
import type { EvalProgress } from '#evals/progress.ts';
import { type Arm, arms } from '#evals/rank-query.ts';
import { type EvalReport, runEvaluation } from '#evals/run.ts';
import { ValidationError } from '#platform/errors.ts';
import { createEmbedders } from '../context.ts';
import { type Progress, startProgress } from '../terminal/progress.ts';
import { print, say } from './session.ts';

interface RunOptions {
  data: string;
  split: string;
  arms: string;
  language?: string;
  databaseUrl?: string;
  json?: boolean;
}

export function registerEval(program: Command): void {
  const evaluation = program.command('eval').description('measure matching on judged data');
  evaluation
    .command('run')
    .description('measure retrieval on one split of a BEIR folder, in a database of its own')
    .requiredOption('--data <dir>', 'folder with corpus.jsonl, queries.jsonl and qrels*.tsv')
    .requiredOption('--split <name>', 'qrels.NAME.tsv, or qrels.tsv for the queries of that split')
    .option('--arms <names>', 'which legs to rank by, separated by commas', arms.join(','))
    .option('--language <code>', 'only documents and queries in this language')
    .option('--database-url <url>', 'a PostgreSQL server instead of the embedded database')
    .option('--json', 'print the result as one line of JSON')
    .action(run);
}

async function run(options: RunOptions): Promise<void> {
  const chosen = parseArms(options.arms);
  await using embedders = await createEmbedders(readConfig());
  using progress = stagedProgress();
  const report = await runEvaluation({
    dataDir: options.data,
    split: options.split,
    arms: chosen,
    language: options.language ?? null,
    serverUrl: options.databaseUrl ?? null,
    embedders,
    onProgress: progress.update,
  });
  progress[Symbol.dispose]();
  for (const refused of report.refused) say(`✗ refused by the importer: ${refused}`);
  print(options.json === true ? JSON.stringify(report) : asTable(report, chosen));
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

/** One bar after the other, as the stages come. */
function stagedProgress(): Disposable & { readonly update: EvalProgress } {
  let current: { readonly stage: string; readonly progress: Progress } | null = null;
  const end = (): void => {
    current?.progress[Symbol.dispose]();
    current = null;
  };
  return {
    update(stage, done, total) {
      if (current?.stage !== stage) {
        end();
        current = { stage, progress: startProgress(stage, total) };
      }
      current.progress.update(done);
    },
    [Symbol.dispose]: end,
  };
}

function asTable(report: EvalReport, chosen: readonly Arm[]): string {
  const table = new Table({ head: ['', ...metricNames], style: { head: [], border: [] } });
  for (const arm of chosen) {
    const values = report.arms[arm];
    const intervals = report.intervals[arm];
    if (values === undefined || intervals === undefined) continue;
    const cells = metricNames.map((name) => {
      const { low, high } = intervals[name];
      return `${values[name].toFixed(3)}\n${low.toFixed(3)}–${high.toFixed(3)}`;
    });
    table.push([arm, ...cells]);
  }
  const { probability, timings } = report;
  const abstention =
    probability.ece === null || probability.auroc === null
      ? []
      : [
          `Probability of the best match: ECE ${probability.ece.toFixed(3)}, AUROC ${probability.auroc.toFixed(3)} against ${probability.unanswerable} unanswerable queries`,
        ];
  return [
    `${report.data}, split ${report.split}: ${report.queries} queries, ${report.documents} documents, ${report.passages} passages (${report.model}, ${report.retriever})`,
    table.toString(),
    'Below each value its 95 % interval (bootstrap over queries).',
    ...abstention,
    `Import ${seconds(timings.import)}, embedding ${seconds(timings.embed)}, search p50 ${timings.searchP50.toFixed(1)} ms, p95 ${timings.searchP95.toFixed(1)} ms, all ${seconds(report.ms)}`,
  ].join('\n');
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
