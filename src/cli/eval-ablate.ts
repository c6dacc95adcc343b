import Table from 'cli-table3';
import type { Command } from 'commander';
import { ablate, type AblationRow } from '#evals/ablate.ts';
import { stagedProgress } from './eval-progress.ts';
import { openEmbedders } from './eval-session.ts';
import { print } from './session.ts';

interface AblateOptions {
  data: string;
  split: string;
  language?: string;
  queryLanguage?: string;
  names?: string;
  vectorCache?: string;
  json?: boolean;
}

export function registerEvalAblate(evaluation: Command): void {
  evaluation
    .command('ablate')
    .description('measure the fused ranking with each part of retrieval switched off in turn')
    .requiredOption('--data <dir>', 'folder with corpus.jsonl, queries.jsonl and qrels*.tsv')
    .requiredOption('--split <name>', 'as for eval run')
    .option('--language <code>', 'only documents and queries in this language')
    .option('--query-language <code>', 'queries in this language, whatever the documents are in')
    .option('--names <file>', 'name groups (YAML) to put in force first, such as demo/names.yaml')
    .option('--vector-cache <dir>', 'keep vectors there and make none twice')
    .option('--json', 'print the rows as one line of JSON')
    .action(run);
}

async function run(options: AblateOptions): Promise<void> {
  await using embedders = await openEmbedders(options.vectorCache);
  using progress = stagedProgress();
  const rows = await ablate({
    dataDir: options.data,
    split: options.split,
    languages: {
      documents: options.language ?? null,
      queries: options.queryLanguage ?? options.language ?? null,
    },
    namesFile: options.names ?? null,
    embedders,
    onProgress: progress.update,
  });
  progress[Symbol.dispose]();
  print(options.json === true ? JSON.stringify(rows) : asTable(rows));
}

function asTable(rows: readonly AblationRow[]): string {
  const names = Object.keys(rows[0]?.values ?? {});
  const table = new Table({ head: ['without', ...names], style: { head: [], border: [] } });
  for (const { without, values } of rows) {
    table.push([without, ...names.map((name) => values[name]?.toFixed(3) ?? '–')]);
  }
  return table.toString();
}
