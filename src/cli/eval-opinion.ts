import type { Command } from 'commander';
import type { GoldPart } from '#evals/gold/measure-opinions.ts';
import { measureOpinion, type OpinionReport } from '#evals/opinion/measure-opinion.ts';
import { ValidationError } from '#platform/errors.ts';
import { type EvaluationResult, type ReportSection, shown } from '#evals/report/drafting-page.ts';
import { type LimitOptions, limitsPath, printResult } from './eval-limits.ts';
import { stagedProgress } from './eval-progress.ts';
import { goldDir, openEmbedders } from './eval-session.ts';

const parts: readonly GoldPart[] = ['test', 'train'];

interface OpinionOptions extends LimitOptions {
  part: string;
  vectorCache?: string;
}

export function registerEvalOpinion(evaluation: Command): void {
  evaluation
    .command('opinion')
    .description('count drafts that answer opinion and criticism; the exit code is 1 past a limit')
    .option('--part <name>', 'test, train (which may be fitted on) or all', 'all')
    .option('--limits <file>', 'what the measures must keep', limitsPath)
    .option('--vector-cache <dir>', 'keep vectors there and make none twice')
    .option('--json', 'print the measures as one line of JSON')
    .action(async (options: OpinionOptions) => printResult(await opinionResult(options), options));
}

/** @throws ValidationError for an unknown part. */
export async function opinionResult(
  options: Pick<OpinionOptions, 'part' | 'vectorCache'>,
): Promise<EvaluationResult> {
  const chosen = parseParts(options.part);
  await using embedders = await openEmbedders(options.vectorCache);
  using progress = stagedProgress();
  const measures = await measureOpinion({
    goldDir,
    parts: chosen,
    embedders,
    onProgress: progress.update,
  });
  progress[Symbol.dispose]();
  return { evaluation: 'opinion', measures: { ...measures }, sections: sections(measures) };
}

/** @throws ValidationError naming the parts there are. */
function parseParts(raw: string): readonly GoldPart[] {
  const known = parts.filter((part) => raw === 'all' || raw === part);
  if (known.length > 0) return known;
  throw new ValidationError(`there is no part "${raw}"`, {
    field: 'part',
    remedy: 'Choose test, train or all.',
  });
}

function sections(report: OpinionReport): ReportSection[] {
  const rows = [...report.parts, { part: 'all', ...report }].map((one) => [
    one.part,
    String(one.posts),
    String(one.drafts),
    `${one.passed} of ${one.checkable}`,
    shown(one.passRate),
    `${shown(one.passInterval.low)}–${shown(one.passInterval.high)}`,
    String(one.drafted),
  ]);
  const head = [
    '',
    'opinions',
    'drafts',
    'checkable passed',
    'share',
    '95 % interval',
    'of them drafted',
  ];
  const answered = report.answered.length === 0 ? 'none' : report.answered.join(', ');
  return [
    { title: 'Posts of the gold sets', head, rows },
    { title: `Answered: ${answered}`, head: [], rows: [] },
  ];
}
