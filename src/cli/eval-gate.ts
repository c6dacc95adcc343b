import type { Command } from 'commander';
import { type FaultCount, type GateRun, measureGate } from '#evals/gate/measure-gate.ts';
import { dataDocuments, ownDocuments } from '#evals/source-documents.ts';
import { type EvaluationResult, type ReportSection, shown } from '#evals/report/drafting-page.ts';
import type { Interval } from '#evaluations/index.ts';
import { type LimitOptions, limitsPath, printResult } from './eval-limits.ts';
import { demoDir } from './eval-session.ts';
import { parsePositive, say } from './session.ts';

/** Documents taken of each data set: enough for every cell, in about ten seconds. */
const perSet = 150;

interface GateOptions extends LimitOptions {
  data?: string;
  seed: string;
  perCell: string;
  escapes?: boolean;
}

export const gateDefaults = { seed: '20261122', perCell: '40' } as const;

export function registerEvalGate(evaluation: Command): void {
  evaluation
    .command('gate')
    .description(
      'offer the gate perturbed and supported sentences; the exit code is 1 past a limit',
    )
    .option('--data <dir>', 'folder of the data sets, beside the project’s own texts')
    .option('--seed <number>', 'of what is drawn and changed', gateDefaults.seed)
    .option(
      '--per-cell <number>',
      'cases of one language, way and kind at most',
      gateDefaults.perCell,
    )
    .option('--limits <file>', 'what the measures must keep', limitsPath)
    .option('--escapes', 'print each sentence that escaped or was refused wrongly')
    .option('--json', 'print the measures as one line of JSON')
    .action(async (options: GateOptions) => printResult(await gateResult(options), options));
}

/** Measures the gate on the project’s own texts, and on data sets when their folder is given. */
export async function gateResult(
  options: Pick<GateOptions, 'data' | 'seed' | 'perCell' | 'escapes'>,
): Promise<EvaluationResult> {
  const documents = [
    ...(await ownDocuments(demoDir)),
    ...(options.data === undefined ? [] : await dataDocuments(options.data, perSet)),
  ];
  const result = await measureGate(documents, {
    seed: parsePositive(options.seed, 'seed'),
    perCell: parsePositive(options.perCell, 'per-cell'),
  });
  if (options.escapes === true) tell(result);
  return { evaluation: 'gate', measures: { ...result.measures }, sections: sections(result) };
}

function sections({ measures }: GateRun): ReportSection[] {
  const head = ['', 'cases', 'escaped', 'blocked', 'fault named', '95 % interval of escapes'];
  const row = (name: string, count: FaultCount): string[] => [
    name,
    String(count.n),
    String(count.escaped),
    String(count.blocked),
    shown(count.blocked === 0 ? 0 : count.named / count.blocked),
    interval(count.interval),
  ];
  const supported = [
    ...measures.supported.map(({ control, ...count }) => ({ name: control, ...count })),
    ...measures.supportedLanguages.map(({ language, ...count }) => ({ name: language, ...count })),
    { name: 'synonyms (to be refused)', ...measures.synonyms },
  ];
  return [
    {
      title: `${measures.faults} unsupported sentences, seed ${measures.seed}`,
      head,
      rows: [
        ...measures.kinds.map(({ kind, ...count }) => row(kind, count)),
        ...measures.arms.map(({ arm, ...count }) => row(`way: ${arm}`, count)),
        ...measures.languages.map(({ language, ...count }) => row(language, count)),
        ...measures.sets.map(({ set, ...count }) => row(set, count)),
      ],
    },
    {
      title: `${measures.controls} supported sentences`,
      head: ['', 'sentences', 'passed', 'share', '95 % interval'],
      rows: supported.map(({ name, n, passed, passRate, interval: bounds }) => [
        name,
        String(n),
        String(passed),
        shown(passRate),
        interval(bounds),
      ]),
    },
  ];
}

function interval({ low, high }: Interval): string {
  return `${shown(low)}–${shown(high)}`;
}

function tell({ escapes, refused }: GateRun): void {
  for (const { fault } of escapes) {
    say(`escaped ${fault.id}\n  ${fault.sentence?.text ?? ''}`);
  }
  for (const { control, verdict } of refused) {
    say(
      `refused ${control.id} (${verdict.failures.join(', ')})\n  ${control.sentence?.text ?? ''}`,
    );
  }
}
