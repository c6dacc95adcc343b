import Table from 'cli-table3';
import type { Command } from 'commander';
import { readStatistics, statisticsRows } from '#review/index.ts';
import { actingAs, openSession, print } from './session.ts';

export function registerStatistics(program: Command): void {
  program
    .command('statistics')
    .description('how the work goes; what each figure is of stands in the contract of the API')
    .option('--from <day>', 'first day, YYYY-MM-DD (30 days)')
    .option('--to <day>', 'last day, YYYY-MM-DD (today)')
    .option('--as <user>', 'whose own figures are shown, or an evaluator for everybody’s')
    .option('--json', 'print the result as one line of JSON')
    .action(show);
}

async function show(options: {
  from?: string;
  to?: string;
  as?: string;
  json?: boolean;
}): Promise<void> {
  const { from, to, as } = options;
  await using ctx = await openSession();
  const acting = as === undefined ? ctx : await actingAs(ctx, as, 'statistics.read');
  const statistics = await readStatistics(acting, { from, to });
  if (options.json === true) return print(JSON.stringify(statistics));
  const table = new Table({
    head: ['figure', 'of', 'value'],
    style: { head: [], border: [] },
  });
  for (const [metric, group, value] of statisticsRows(statistics)) {
    table.push([metric, group, value === null ? '' : Number(value.toFixed(3))]);
  }
  print(`${statistics.from} to ${statistics.to}\n${table.toString()}`);
}
