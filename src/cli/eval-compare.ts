import Table from 'cli-table3';
import type { Command } from 'commander';
import { readRun } from '#evals/run-file.ts';
import { compareRuns, type Mover, parseMetric, type RunComparison } from '#evaluations/index.ts';
import { ValidationError } from '#platform/errors.ts';
import { print } from './session.ts';

export function registerEvalCompare(evaluation: Command): void {
  evaluation
    .command('compare')
    .description('test whether a second run is worse; the exit code is 1 when it is')
    .argument('<before>', 'a run stored by eval run')
    .argument('<after>', 'another run over the same data')
    .option('--metric <name>', 'what to compare', 'map@5')
    .option('--margin <share>', 'how much worse is accepted', '0.01')
    .option('--json', 'print the comparison as one line of JSON')
    .action(compare);
}

async function compare(
  before: string,
  after: string,
  options: { metric: string; margin: string; json?: boolean },
): Promise<void> {
  const result = compareRuns(await readRun(before), await readRun(after), {
    metric: parseMetric(options.metric),
    margin: parseMargin(options.margin),
  });
  print(options.json === true ? JSON.stringify(result) : asText(result));
  if (!result.ok) process.exitCode = 1;
}

/** @throws ValidationError unless it is a number from 0 to 1. */
export function parseMargin(raw: string): number {
  const value = Number(raw);
  if (raw.trim() !== '' && value >= 0 && value <= 1) return value;
  throw new ValidationError(`${raw} is not a number from 0 to 1`, { field: 'margin' });
}

function asText(result: RunComparison): string {
  const head = ['', 'before', 'after', 'difference', '95 % interval', 'p', 'wins', 'losses'];
  const table = new Table({ head, style: { head: [], border: [] } });
  for (const arm of result.arms) {
    table.push([
      arm.arm,
      arm.before.toFixed(4),
      arm.after.toFixed(4),
      signed(arm.difference),
      `${signed(arm.low)} to ${signed(arm.high)}`,
      arm.pValue.toFixed(4),
      String(arm.wins),
      String(arm.losses),
    ]);
  }
  const movers = result.arms
    .filter(({ arm }) => arm === 'fused' || result.arms.length === 1)
    .flatMap(({ arm, worst, best }) => [
      ...listed(`Lost most (${arm}):`, worst),
      ...listed(`Won most (${arm}):`, best),
    ]);
  return [
    `${result.metric} over ${result.queries} queries`,
    table.toString(),
    ...movers,
    verdict(result),
  ].join('\n');
}

function verdict({ arms, metric, margin, ok }: RunComparison): string {
  if (ok) return `✓ no arm is worse by more than ${margin} ${metric}`;
  const worse = arms.filter(({ regressed }) => regressed);
  return `✗ worse by more than ${margin} ${metric}: ${worse.map(({ arm, difference }) => `${arm} ${signed(difference)}`).join(', ')}`;
}

function listed(title: string, movers: readonly Mover[]): string[] {
  if (movers.length === 0) return [];
  return [
    title,
    ...movers.map(
      ({ queryId, text, before, after }) =>
        `  ${before.toFixed(3)} → ${after.toFixed(3)}  ${queryId}  ${Array.from(text.replace(/\s+/gu, ' ')).slice(0, 80).join('')}`,
    ),
  ];
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(4)}`;
}
