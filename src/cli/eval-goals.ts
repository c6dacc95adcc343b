import Table from 'cli-table3';
import type { Command } from 'commander';
import type { GoalRow } from '#evals/goals/goal-row.ts';
import { goalNames, parseGoalNames, runGoals } from '#evals/goals/run-goals.ts';
import { stagedProgress } from './eval-progress.ts';
import { goldDir, openEmbedders } from './eval-session.ts';
import { print, say } from './session.ts';

export function registerEvalGoals(evaluation: Command): void {
  evaluation
    .command('goals')
    .description('measure every goal of retrieval, abstention, noise and false rebuttals')
    .requiredOption('--data-root <dir>', 'the folder that holds the folders of the data sets')
    .option('--only <names>', `some of: ${goalNames.join(', ')}`)
    .option('--names <file>', 'name groups (YAML) to put in force first, such as demo/names.yaml')
    .option('--vector-cache <dir>', 'keep vectors there and make none twice')
    .option('--json', 'print the rows as one line of JSON')
    .action(goals);
}

async function goals(options: {
  dataRoot: string;
  only?: string;
  names?: string;
  vectorCache?: string;
  json?: boolean;
}): Promise<void> {
  const only = parseGoalNames(options.only);
  await using embedders = await openEmbedders(options.vectorCache);
  using progress = stagedProgress();
  const report = await runGoals(only, {
    dataRoot: options.dataRoot,
    goldDir,
    namesFile: options.names ?? null,
    embedders,
    onProgress: progress.update,
    onRow: (row) => {
      progress[Symbol.dispose]();
      say(asLine(row));
    },
  });
  progress[Symbol.dispose]();
  if (options.json === true) print(JSON.stringify(report));
  else print(asTable(report.rows));
  if (!report.ok) process.exitCode = 1;
}

function asTable(rows: readonly GoalRow[]): string {
  const head = ['', 'goal', 'value', '95 % interval', 'target', 'note'];
  const table = new Table({ head, style: { head: [], border: [] }, wordWrap: true });
  for (const row of rows) {
    const interval = row.low === null ? '' : `${shown(row.low)}–${shown(row.high)}`;
    table.push([mark(row), row.goal, shown(row.value), interval, bound(row), row.note ?? '']);
  }
  return table.toString();
}

function asLine(row: GoalRow): string {
  const interval = row.low === null ? '' : ` [${shown(row.low)}–${shown(row.high)}]`;
  return `${mark(row)} ${row.goal}: ${shown(row.value)}${interval}, ${bound(row)}${row.note === null ? '' : ` (${row.note})`}`;
}

function mark({ ok }: GoalRow): string {
  return ok === null ? '·' : ok ? '✓' : '✗';
}

function bound(row: GoalRow): string {
  return `${row.bound === 'least' ? '≥' : '≤'} ${row.target}`;
}

function shown(value: number | null): string {
  return value === null ? 'not measured' : value.toFixed(3).replace(/\.000$/, '');
}
