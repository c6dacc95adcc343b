import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Table from 'cli-table3';
import type { Command } from 'commander';
import { readConfig } from '#config/env.ts';
import { openTemporaryDatabase } from '#db/temporary-database.ts';
import {
  type BaselineCheck,
  checkBaselines,
  parseBaselines,
  updatedBaselines,
} from '#evals/gold/baselines.ts';
import { exportGold, writeGold } from '#evals/gold/export-gold.ts';
import { runGold } from '#evals/gold/run-gold.ts';
import { silentLog } from '#platform/log.ts';
import { embedPassages } from '#retrieval/index.ts';
import { createContext } from '../context.ts';
import { loadDemo } from '../demo/load-demo.ts';
import { stagedProgress } from './eval-progress.ts';
import { goldDir, openEmbedders } from './eval-session.ts';
import { readTextFile } from './read-text-file.ts';
import { actingAs, openSession, print, say } from './session.ts';

const baselinesPath = join(import.meta.dirname, '../../evals/baselines.json');

export function registerEvalGold(evaluation: Command): void {
  const gold = evaluation.command('gold').description('gold sets: the project’s and your own');
  gold
    .command('run')
    .description('measure the project’s gold sets; the exit code is 1 when one got worse')
    .option('--baselines <file>', 'what the measures may not fall below', baselinesPath)
    .option('--update', 'write what is measured now into the baselines')
    .option('--vector-cache <dir>', 'keep vectors there and make none twice')
    .option('--json', 'print the measures as one line of JSON')
    .action(run);
  gold
    .command('export')
    .description('write what reviewers accepted and rejected as a BEIR folder')
    .requiredOption('--as <user>', 'the evaluator who exports it')
    .requiredOption('--out <dir>', 'the folder to write')
    .action(async (options: { as: string; out: string }) => {
      await using ctx = await openSession();
      const exported = await exportGold(await actingAs(ctx, options.as, 'gold.export'));
      await writeGold(options.out, exported);
      print(
        `${exported.queries.length} claims, ${exported.passages.length} passages in ${options.out}`,
      );
    });
}

async function run(options: {
  baselines: string;
  update?: boolean;
  vectorCache?: string;
  json?: boolean;
}): Promise<void> {
  const baselines = parseBaselines((await readTextFile(options.baselines)).text, options.baselines);
  const measures = await measure(options.vectorCache);
  if (options.update === true) {
    const updated = updatedBaselines(measures, baselines);
    await writeFile(options.baselines, `${JSON.stringify(updated, null, 2)}\n`);
    return say(`${Object.keys(updated).length} baselines written to ${options.baselines}`);
  }
  const checks = checkBaselines(measures, baselines);
  const ok = checks.every((check) => check.ok);
  print(options.json === true ? JSON.stringify({ measures, checks, ok }) : asText(checks));
  if (!ok) process.exitCode = 1;
}

async function measure(vectorCache: string | undefined) {
  await using embedders = await openEmbedders(vectorCache);
  await using database = await openTemporaryDatabase(null, silentLog);
  await using ctx = await createContext(readConfig(), { database, embedders, log: silentLog });
  await loadDemo(ctx);
  await embedPassages(ctx);
  using progress = stagedProgress();
  // Awaited here: the database is gone once this returns.
  return await runGold(ctx, { goldDir, embedders, onProgress: progress.update });
}

function asText(checks: readonly BaselineCheck[]): string {
  const head = ['', 'measure', 'now', 'baseline', 'margin'];
  const table = new Table({ head, style: { head: [], border: [] } });
  for (const { measure, value, baseline, margin, ok } of checks) {
    table.push([ok ? '✓' : '✗', measure, value.toFixed(4), baseline.toFixed(4), String(margin)]);
  }
  const worse = checks.filter(({ ok }) => !ok).map(({ measure }) => measure);
  const verdict = worse.length === 0 ? '✓ nothing got worse' : `✗ got worse: ${worse.join(', ')}`;
  return `${table.toString()}\n${verdict}`;
}
