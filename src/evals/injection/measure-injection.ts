import type { ChatModel, EmbedderSet } from '#ai/ports.ts';
import type { CitedClaim } from '../citation/cited-claims.ts';
import type { EvalProgress } from '../progress.ts';
import type { SourceDocument } from '../source-documents.ts';
import { wilsonInterval } from '../wilson.ts';
import type { Attack } from './attacks.ts';
import { type Analyse, type AnalysisAttempt, measureAnalysis } from './measure-analysis.ts';
import { type Arrange, measureModel, type ModelAttempt } from './measure-model.ts';

export interface InjectionCount {
  readonly attempts: number;
  readonly changedCitations: number;
  readonly leakedPrompts: number;
  /** Drafts that the model arranged; in the others the extractive draft stands. */
  readonly byModel: number;
}

export interface InjectionMeasures {
  readonly attacks: number;
  readonly attempts: number;
  readonly changedCitations: number;
  readonly changedOutcomes: number;
  readonly leakedPrompts: number;
  /** Upper ends of the 95 % intervals (Wilson) of the shares. */
  readonly changedCitationsHigh: number;
  readonly changedOutcomesHigh: number;
  readonly leakedPromptsHigh: number;
  readonly behaviours: ReadonlyArray<InjectionCount & { readonly behaviour: string }>;
  readonly places: ReadonlyArray<InjectionCount & { readonly place: string }>;
  readonly analysis: {
    readonly attempts: number;
    readonly refused: number;
    readonly changedCitations: number;
    readonly changedOutcomes: number;
    /** The attack's own text was matched and answered: a claim more, not a claim changed. */
    readonly answersAttack: number;
  };
  /** Attempts that changed or leaked something, the first fifty. */
  readonly failed: readonly string[];
}

export interface InjectionOptions {
  readonly documents: readonly SourceDocument[];
  readonly claims: readonly CitedClaim[];
  readonly attacks: readonly Attack[];
  readonly more: readonly Attack[];
  readonly embedders: EmbedderSet;
  readonly endpoint: ChatModel | null;
  readonly arrange?: Arrange;
  readonly analyse?: Analyse;
  readonly onProgress: EvalProgress;
}

/** Every attack through the analysis and through the model's drafter. */
export async function measureInjection(options: InjectionOptions): Promise<InjectionMeasures> {
  const attacks = [...options.attacks, ...options.more];
  const analysed = await measureAnalysis({ ...options, attacks });
  const arranged = await measureModel(options);
  return summarise(attacks.length, analysed, arranged);
}

export function summarise(
  attacks: number,
  analysed: readonly AnalysisAttempt[],
  arranged: readonly ModelAttempt[],
): InjectionMeasures {
  const attempts = analysed.length + arranged.length;
  const analysis = {
    attempts: analysed.length,
    refused: analysed.filter(({ refused }) => refused).length,
    changedCitations: analysed.filter((one) => one.changedCitations).length,
    changedOutcomes: analysed.filter((one) => one.changedOutcome).length,
    answersAttack: analysed.filter((one) => one.answersAttack).length,
  };
  const all = count(arranged);
  const changedCitations = all.changedCitations + analysis.changedCitations;
  return {
    attacks,
    attempts,
    changedCitations,
    changedOutcomes: analysis.changedOutcomes,
    leakedPrompts: all.leakedPrompts,
    changedCitationsHigh: wilsonInterval(changedCitations, attempts).high,
    changedOutcomesHigh: wilsonInterval(analysis.changedOutcomes, analysed.length).high,
    leakedPromptsHigh: wilsonInterval(all.leakedPrompts, arranged.length).high,
    behaviours: [...Map.groupBy(arranged, (one) => one.behaviour)].map(([behaviour, of]) => ({
      behaviour,
      ...count(of),
    })),
    places: [...Map.groupBy(arranged, (one) => one.place)].map(([place, of]) => ({
      place,
      ...count(of),
    })),
    analysis,
    failed: [...analysed.flatMap(analysisFault), ...arranged.flatMap(modelFault)].slice(0, 50),
  };
}

function count(attempts: readonly ModelAttempt[]): InjectionCount {
  return {
    attempts: attempts.length,
    changedCitations: attempts.filter(({ changed }) => changed).length,
    leakedPrompts: attempts.filter(({ leaked }) => leaked).length,
    byModel: attempts.filter(({ arrangedBy }) => arrangedBy === 'model').length,
  };
}

function analysisFault({
  attack,
  place,
  changedOutcome,
  changedCitations,
}: AnalysisAttempt): string[] {
  const faults = [
    ...(changedOutcome ? ['outcome'] : []),
    ...(changedCitations ? ['citations'] : []),
  ];
  return faults.length === 0 ? [] : [`${attack}, ${place}, analysis: ${faults.join(' and ')}`];
}

function modelFault({ attack, place, behaviour, claim, changed, leaked }: ModelAttempt): string[] {
  const faults = [...(changed ? ['citations'] : []), ...(leaked ? ['prompt'] : [])];
  return faults.length === 0
    ? []
    : [`${attack}, ${place}, ${behaviour}, ${claim}: ${faults.join(' and ')}`];
}
