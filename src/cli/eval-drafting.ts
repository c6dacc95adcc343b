import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { draftingPage, limitLine } from '#evals/report/drafting-page.ts';
import { citationResult } from './eval-citation.ts';
import { gateDefaults, gateResult } from './eval-gate.ts';
import { injectionResult, injectionSample } from './eval-injection.ts';
import { checked, limitsPath } from './eval-limits.ts';
import { opinionResult } from './eval-opinion.ts';
import { print, say } from './session.ts';

interface DraftingOptions {
  data?: string;
  out?: string;
  limits: string;
  vectorCache?: string;
}

export function registerEvalDrafting(evaluation: Command): void {
  evaluation
    .command('drafting')
    .description('gate, opinion, citation and injection in one; the exit code is 1 past a limit')
    .option('--data <dir>', 'folder of the data sets, beside the project’s own texts')
    .option('--out <dir>', 'write drafting.html and drafting.json there')
    .option('--limits <file>', 'what the measures must keep', limitsPath)
    .option('--vector-cache <dir>', 'keep vectors there and make none twice')
    .action(run);
}

async function run(options: DraftingOptions): Promise<void> {
  const evaluations = [
    () => gateResult({ ...options, ...gateDefaults }),
    () => citationResult(options),
    () => opinionResult({ ...options, part: 'all' }),
    () => injectionResult({ ...options, sample: injectionSample }),
  ];
  const results = [];
  for (const evaluate of evaluations) {
    const result = await checked(await evaluate(), options.limits);
    say(`${result.evaluation}: ${result.checks.map(limitLine).join('; ')}`);
    results.push(result);
  }
  if (options.out !== undefined) {
    const measures = Object.fromEntries(results.map((one) => [one.evaluation, one.measures]));
    await mkdir(options.out, { recursive: true });
    await writeFile(join(options.out, 'drafting.json'), `${JSON.stringify(measures)}\n`);
    const today = new Date().toISOString().slice(0, 10);
    await writeFile(join(options.out, 'drafting.html'), draftingPage(results, today));
  }
  const failed = results.flatMap(({ evaluation, checks }) =>
    checks.filter(({ ok }) => !ok).map((check) => `${evaluation}: ${limitLine(check)}`),
  );
  print(failed.length === 0 ? '✓ every limit is kept' : failed.join('\n'));
  if (failed.length > 0) process.exitCode = 1;
}
