import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { reportPage } from '#evals/report/page.ts';
import { readRun } from '#evals/run-file.ts';
import { print } from './session.ts';

export function registerEvalReport(evaluation: Command): void {
  evaluation
    .command('report')
    .description('write one self-contained HTML page about stored runs')
    .argument('<runs...>', 'files that eval run has stored')
    .requiredOption('--out <file>', 'the page to write')
    .action(async (paths: string[], options: { out: string }) => {
      const runs = [];
      for (const path of paths) runs.push(await readRun(path));
      await writeFile(options.out, reportPage(runs));
      print(`${runs.length} runs in ${options.out}`);
    });
}
