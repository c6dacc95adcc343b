import type { Command } from 'commander';
import { registerEvalAblate } from './eval-ablate.ts';
import { registerEvalCitation } from './eval-citation.ts';
import { registerEvalCompare } from './eval-compare.ts';
import { registerEvalDrafting } from './eval-drafting.ts';
import { registerEvalGate } from './eval-gate.ts';
import { registerEvalGoals } from './eval-goals.ts';
import { registerEvalGold } from './eval-gold.ts';
import { registerEvalInjection } from './eval-injection.ts';
import { registerEvalOpinion } from './eval-opinion.ts';
import { registerEvalRecord } from './eval-record.ts';
import { registerEvalReport } from './eval-report.ts';
import { registerEvalRun } from './eval-run.ts';

export function registerEval(program: Command): void {
  const evaluation = program
    .command('eval')
    .description('measure matching, drafting and the gate on judged data');
  for (const register of [
    registerEvalRun,
    registerEvalAblate,
    registerEvalCompare,
    registerEvalRecord,
    registerEvalReport,
    registerEvalGoals,
    registerEvalGold,
    registerEvalGate,
    registerEvalOpinion,
    registerEvalCitation,
    registerEvalInjection,
    registerEvalDrafting,
  ])
    register(evaluation);
}
