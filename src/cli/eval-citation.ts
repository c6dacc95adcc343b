import type { Command } from 'commander';
import { dataClaims, ownClaims } from '#evals/citation/cited-claims.ts';
import { type JudgeQuality, judgeWice } from '#evals/citation/judge-wice.ts';
import { type CitationCounts, measureCitations } from '#evals/citation/measure-citations.ts';
import { ownDocuments } from '#evals/source-documents.ts';
import { type EvaluationResult, type ReportSection, shown } from '#evals/report/drafting-page.ts';
import { type LimitOptions, limitsPath, printResult } from './eval-limits.ts';
import { stagedProgress } from './eval-progress.ts';
import { demoDir, goldDir } from './eval-session.ts';

interface CitationOptions extends LimitOptions {
  data?: string;
}

export function registerEvalCitation(evaluation: Command): void {
  evaluation
    .command('citation')
    .description('check every citation of extractive drafts; the exit code is 1 past a limit')
    .option('--data <dir>', 'folder of the data sets, beside the project’s own claims')
    .option('--limits <file>', 'what the measures must keep', limitsPath)
    .option('--json', 'print the measures as one line of JSON')
    .action(async (options: CitationOptions) =>
      printResult(await citationResult(options), options),
    );
}

/** Measures citations over the project’s gold pairs, and over ct20 and alqac when their folder is given. */
export async function citationResult({
  data,
}: Pick<CitationOptions, 'data'>): Promise<EvaluationResult> {
  const claims = [
    ...(await ownClaims(goldDir, await ownDocuments(demoDir))),
    ...(data === undefined ? [] : await dataClaims(data)),
  ];
  using progress = stagedProgress();
  const measured = await measureCitations(claims, { onProgress: progress.update });
  progress[Symbol.dispose]();
  const judge =
    data === undefined
      ? null
      : { dev: await judgeWice(data, 'dev'), test: await judgeWice(data, 'test') };
  const rows = [
    ...measured.sets.map(({ set, ...counts }) => row(set, counts)),
    row('all', measured),
  ];
  const head = ['', 'drafts', 'sentences', 'citations', 'byte-equal', 'recall', 'precision'];
  return {
    evaluation: 'citation',
    measures: { ...measured, judge },
    sections: [
      { title: `${measured.claims} claims, ${measured.undrafted} without a draft`, head, rows },
      ...(judge === null ? [] : [judgeSection(judge)]),
    ],
  };
}

function row(name: string, counts: CitationCounts): string[] {
  const { drafts, sentences, citations, byteEqual, recall, precision } = counts;
  return [name, ...[drafts, sentences, citations, byteEqual, recall, precision].map(shown)];
}

function judgeSection(judge: Readonly<Record<string, JudgeQuality>>): ReportSection {
  return {
    title: 'The judge itself, on WiCE: supported against the rest',
    head: ['part', 'claims', 'accuracy', 'always the same', 'precision', 'recall', 'F1', 'AUROC'],
    rows: Object.entries(judge).map(([part, one]) => [
      part,
      ...[one.claims, one.accuracy, one.majority, one.precision, one.recall, one.f1, one.auroc].map(
        shown,
      ),
    ]),
  };
}
