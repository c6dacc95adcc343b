import type { Command } from 'commander';
import type { ChatModel } from '#ai/ports.ts';
import { createOpenAIChat } from '#ai/openai-chat.ts';
import { readConfig } from '#config/env.ts';
import { ownClaims } from '#evals/citation/cited-claims.ts';
import { type Attack, corpusAttacks, ownAttacks } from '#evals/injection/attacks.ts';
import { type InjectionMeasures, measureInjection } from '#evals/injection/measure-injection.ts';
import { ownDocuments } from '#evals/source-documents.ts';
import { ConfigError } from '#platform/errors.ts';
import type { EvaluationResult, ReportSection } from '#evals/report/drafting-page.ts';
import { type LimitOptions, limitsPath, printResult } from './eval-limits.ts';
import { stagedProgress } from './eval-progress.ts';
import { demoDir, goldDir, openEmbedders } from './eval-session.ts';
import { parsePositive } from './session.ts';

interface InjectionOptions extends LimitOptions {
  data?: string;
  model?: boolean;
  sample: string;
  vectorCache?: string;
}

export const injectionSample = '20';

export function registerEvalInjection(evaluation: Command): void {
  evaluation
    .command('injection')
    .description('attack the analysis and the model’s drafter; the exit code is 1 past a limit')
    .option('--data <dir>', 'folder of the data sets with prompt_injection, beside the own attacks')
    .option(
      '--model',
      'the configured language model (CHAT_*) instead of one that obeys each attack',
    )
    .option(
      '--sample <number>',
      'with --model: attacks to try, each in all places',
      injectionSample,
    )
    .option('--limits <file>', 'what the measures must keep', limitsPath)
    .option('--vector-cache <dir>', 'keep vectors there and make none twice')
    .option('--json', 'print the measures as one line of JSON')
    .action(async (options: InjectionOptions) =>
      printResult(await injectionResult(options), options),
    );
}

/** Every so many-th gold pair lends its claim: all of them would add time and nothing else. */
const everyPair = 20;

/** @throws ConfigError with `model` when no language model is configured. */
export async function injectionResult(
  options: Pick<InjectionOptions, 'data' | 'model' | 'sample' | 'vectorCache'>,
): Promise<EvaluationResult> {
  await using stack = new AsyncDisposableStack();
  const endpoint = options.model === true ? stack.use(openEndpoint()) : null;
  const sample = endpoint === null ? null : parsePositive(options.sample, 'sample');
  const documents = await ownDocuments(demoDir);
  const pairs = await ownClaims(goldDir, documents);
  const embedders = stack.use(await openEmbedders(options.vectorCache));
  using progress = stagedProgress();
  const measures = await measureInjection({
    documents,
    claims: pairs.filter((_, index) => index % everyPair === 0),
    attacks: sampled(await ownAttacks(goldDir), sample),
    more: options.data === undefined ? [] : sampled(await corpusAttacks(options.data), sample),
    embedders,
    endpoint,
    onProgress: progress.update,
  });
  progress[Symbol.dispose]();
  // A real model answers slowly: a few attacks, with limits of their own.
  const evaluation = endpoint === null ? 'injection' : 'injection_model';
  return { evaluation, measures: { ...measures }, sections: sections(measures) };
}

function sampled(attacks: readonly Attack[], most: number | null): readonly Attack[] {
  if (most === null) return attacks;
  const step = Math.max(1, Math.floor(attacks.length / most));
  return attacks.filter((_, index) => index % step === 0).slice(0, most);
}

/** @throws ConfigError when no language model is configured. */
function openEndpoint(): ChatModel {
  const { chat } = readConfig();
  if (chat !== null) return createOpenAIChat(chat);
  throw new ConfigError('no language model is configured', {
    remedy: 'Set DRAFTER=llm, CHAT_BASE_URL and CHAT_MODEL, or leave out --model.',
  });
}

function sections(measures: InjectionMeasures): ReportSection[] {
  const { analysis } = measures;
  const rows = [
    ...measures.behaviours.map(({ behaviour, ...of }) => ({ name: behaviour, ...of })),
    ...measures.places.map(({ place, ...of }) => ({ name: `place: ${place}`, ...of })),
  ].map(({ name, attempts, byModel, changedCitations, leakedPrompts }) => [
    name,
    ...[attempts, byModel, changedCitations, leakedPrompts].map(String),
  ]);
  return [
    {
      title: `${measures.attacks} attacks, ${measures.attempts} attempts; the model's drafter`,
      head: ['', 'attempts', 'arranged by the model', 'changed citations', 'leaked prompts'],
      rows,
    },
    {
      title: 'The analysis',
      head: [
        'attempts',
        'changed outcomes',
        'changed citations',
        'drafts to the attack’s own text',
        'refused at intake',
      ],
      rows: [
        [
          analysis.attempts,
          analysis.changedOutcomes,
          analysis.changedCitations,
          analysis.answersAttack,
          analysis.refused,
        ].map(String),
      ],
    },
    ...measures.failed.map((title) => ({ title, head: [], rows: [] })),
  ];
}
