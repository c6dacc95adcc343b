import type { Command } from 'commander';
import { registerEvalAblate } from './eval-ablate.ts';
import { registerEvalCompare } from './eval-compare.ts';
import { registerEvalGoals } from './eval-goals.ts';
import { registerEvalGold } from './eval-gold.ts';
import { registerEvalReport } from './eval-report.ts';
import { registerEvalRun } from './eval-run.ts';

export function registerEval(program: Command): void {
  const evaluation = program.command('eval').description('measure matching on judged data');
  for (const register of [
    registerEvalRun,
    registerEvalAblate,
    registerEvalCompare,
    registerEvalReport,
    registerEvalGoals,
    registerEvalGold,
  ])
    register(evaluation);
}
