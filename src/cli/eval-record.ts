import type { Command } from 'commander';
import { recordRun } from '#evaluations/index.ts';
import { readTextFile } from './read-text-file.ts';
import { actingAs, openSession, print } from './session.ts';

export function registerEvalRecord(evaluation: Command): void {
  evaluation
    .command('record')
    .description('keep stored runs in the database, for the page of evaluations')
    .argument('<files...>', 'files that eval run has stored')
    .requiredOption('--as <evaluator>', 'the user who records them')
    .action((files: string[], options: { as: string }) => recordFiles(files, options.as));
}

/** Records run files as an evaluator, in order; one that is refused stops the rest. */
export async function recordFiles(
  files: readonly string[],
  evaluator: string,
  tell: (line: string) => void = print,
): Promise<void> {
  await using opened = await openSession();
  const ctx = await actingAs(opened, evaluator, 'evaluation.record');
  for (const path of files) {
    const { text } = await readTextFile(path);
    const { id, known } = await recordRun(ctx, { text, fileName: path });
    tell(`${path}: ${known ? 'already recorded' : 'recorded'} as ${id}`);
  }
}
