import Table from 'cli-table3';
import { type Command, Option } from 'commander';
import { maxPageSize } from '#db/pagination.ts';
import {
  daysToRange,
  gapCsv,
  gapReport,
  type GapReport,
  type GapShare,
  pillars,
} from '#upkeep/index.ts';
import { openSession, parsePositive, print } from './session.ts';

interface GapOptions {
  since?: string;
  until?: string;
  topic?: string;
  pillar?: string;
  language?: string;
  check?: boolean;
  limit?: string;
  csv?: boolean;
  json?: boolean;
}

const usualLimit = 20;

export function registerGaps(corpus: Command): void {
  corpus
    .command('gaps')
    .description('claims the corpus does not answer yet, those of one meaning together')
    .option('--since <day>', 'first day of submissions, YYYY-MM-DD')
    .option('--until <day>', 'last day of submissions, YYYY-MM-DD')
    .option('--topic <topic>', 'only gaps guessed to be about this')
    .addOption(new Option('--pillar <pillar>', 'only gaps guessed to be of this').choices(pillars))
    .option('--language <code>', 'only claims in this language, such as vi')
    .option('--check', `search for each whether the corpus answers it now (at most ${maxPageSize})`)
    .option('--limit <number>', `gaps at most (${usualLimit})`)
    .addOption(new Option('--csv', 'print CSV for a spreadsheet').conflicts('json'))
    .option('--json', 'print the report as one line of JSON')
    .action(showGaps);
}

async function showGaps(options: GapOptions): Promise<void> {
  const { since, until, topic, pillar, language } = options;
  const range = daysToRange({ since, until });
  const limit = options.limit === undefined ? usualLimit : parsePositive(options.limit, 'limit');
  await using ctx = await openSession();
  const check = options.check === true;
  const report = await gapReport(ctx, { ...range, topic, pillar, language, check, limit });
  if (options.json === true) print(JSON.stringify(report));
  else if (options.csv === true) process.stdout.write(gapCsv(report.gaps));
  else print(renderReport(report, check));
}

function renderReport({ gaps, totals, byTopic, byPillar }: GapReport, check: boolean): string {
  if (gaps.length === 0) return 'no gaps';
  const table = new Table({
    head: ['score', 'sent', 'posts', 'last', 'topic?', 'claim', ...(check ? ['answered now'] : [])],
    colWidths: [8, 6, 7, 12, 16, 70, ...(check ? [24] : [])],
    wordWrap: true,
    style: { head: [], border: [] },
  });
  for (const gap of gaps) {
    table.push([
      gap.score.toFixed(2),
      gap.submissions,
      gap.posts,
      gap.lastSubmittedAt.toISOString().slice(0, 10),
      gap.topic ?? '',
      gap.claimText,
      ...(check ? [gap.answer?.documentTitle ?? 'no'] : []),
    ]);
  }
  const { clusters, claims, posts, submissions, leftOut } = totals;
  return [
    table.toString(),
    `${clusters} gaps: ${claims} claims of ${posts} posts, ${submissions} submissions`,
    `by topic (guessed): ${shares(byTopic)}`,
    `by pillar (guessed): ${shares(byPillar)}`,
    ...(leftOut === 0
      ? []
      : [`${leftOut} older claims were left out; narrow the days to see them`]),
  ].join('\n');
}

function shares(rows: ReadonlyArray<GapShare<string>>): string {
  return rows.map(({ name, gaps }) => `${name ?? 'unknown'} ${gaps}`).join(' · ');
}
